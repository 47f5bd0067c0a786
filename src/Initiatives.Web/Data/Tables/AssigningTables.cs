using Initiatives.Domain.Assigning;
using Initiatives.Domain.Cycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class AssignmentRunTable : IEntityTypeConfiguration<AssignmentRun>
{
    public void Configure(EntityTypeBuilder<AssignmentRun> builder)
    {
        builder.ToTable("AssignmentRuns");
        builder.HasIndex(run => new { run.CycleId, run.Number }).IsUnique();
        builder.Property(run => run.Added).AsJson();
        builder.Property(run => run.Removed).AsJson();
        builder.Property(run => run.Changed).AsJson();
        builder.HasOne<Cycle>().WithMany().HasForeignKey(run => run.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}
