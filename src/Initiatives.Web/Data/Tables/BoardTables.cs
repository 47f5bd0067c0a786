using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class OutlierQuestionTable : IEntityTypeConfiguration<OutlierQuestion>
{
    public void Configure(EntityTypeBuilder<OutlierQuestion> builder)
    {
        builder.ToTable("OutlierQuestions");
        builder.HasIndex(item => item.InitiativeId);
        builder.HasIndex(item => item.SheetId, "IX_OutlierQuestions_Open").IsUnique().HasFilter("\"Answer\" = 0");   // one question at a time waits for its answer
        builder.HasIndex(item => new { item.CycleId, item.PersonId });
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<ScoreSheet>().WithMany().HasForeignKey(item => item.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoreReminderTable : IEntityTypeConfiguration<ScoreReminder>
{
    public void Configure(EntityTypeBuilder<ScoreReminder> builder)
    {
        builder.ToTable("ScoreReminders");
        builder.HasIndex(item => new { item.CycleId, item.PersonId });
        builder.HasOne<Cycle>().WithMany().HasForeignKey(item => item.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
