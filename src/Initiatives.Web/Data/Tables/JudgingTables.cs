using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class CouncilTable : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.ToTable("Councils");
        builder.HasIndex(council => council.CycleId).IsUnique();
        builder.Property(council => council.Version).IsConcurrencyToken();
        builder.HasOne<Cycle>().WithMany().HasForeignKey(council => council.CycleId);
        builder.HasMany(council => council.Members).WithOne().HasForeignKey(member => member.CouncilId);
        builder.Navigation(council => council.Members).AutoInclude();
        builder.HasMany(council => council.Clerks).WithOne().HasForeignKey(clerk => clerk.CouncilId);
        builder.Navigation(council => council.Clerks).AutoInclude();
    }
}

internal sealed class CouncilClerkTable : IEntityTypeConfiguration<CouncilClerk>
{
    public void Configure(EntityTypeBuilder<CouncilClerk> builder)
    {
        builder.ToTable("CouncilClerks");
        builder.HasOne<Person>().WithMany().HasForeignKey(clerk => clerk.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilMemberTable : IEntityTypeConfiguration<CouncilMember>
{
    public void Configure(EntityTypeBuilder<CouncilMember> builder)
    {
        builder.ToTable("CouncilMembers");
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoringAssignmentTable : IEntityTypeConfiguration<ScoringAssignment>
{
    public void Configure(EntityTypeBuilder<ScoringAssignment> builder)
    {
        builder.ToTable("ScoringAssignments");
        builder.HasIndex(assignment => new { assignment.InitiativeId, assignment.PersonId }).IsUnique();
        builder.HasIndex(assignment => new { assignment.CycleId, assignment.PersonId });
        builder.Property(assignment => assignment.Round).HasDefaultValue(1);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(assignment => assignment.InitiativeId);
    }
}

internal sealed class ScoreSheetTable : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("ScoreSheets");
        builder.HasIndex(sheet => new { sheet.InitiativeId, sheet.PersonId }).IsUnique();
        builder.HasIndex(sheet => new { sheet.CycleId, sheet.PersonId });
        builder.Property(sheet => sheet.Round).HasDefaultValue(1);
        builder.Property(sheet => sheet.Version).IsConcurrencyToken();
        builder.Property(sheet => sheet.Status).IsConcurrencyToken();   // a lock raises no version
        builder.HasOne<Initiative>().WithMany().HasForeignKey(sheet => sheet.InitiativeId);
        builder.HasMany(sheet => sheet.Points).WithOne().HasForeignKey(score => score.SheetId);
        builder.HasMany(sheet => sheet.Criteria).WithOne().HasForeignKey(score => score.SheetId);
        builder.Navigation(sheet => sheet.Points).AutoInclude();
        builder.Navigation(sheet => sheet.Criteria).AutoInclude();
    }
}

internal sealed class SubScoreTable : IEntityTypeConfiguration<SubScore>
{
    public void Configure(EntityTypeBuilder<SubScore> builder) =>
        builder.ToTable("SubScores").HasKey(score => new { score.SheetId, score.Code });
}

internal sealed class CriterionScoreTable : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder) =>
        builder.ToTable("CriterionScores").HasKey(score => new { score.SheetId, score.Code });
}

internal sealed class ScoreSheetVersionTable : IEntityTypeConfiguration<ScoreSheetVersion>
{
    public void Configure(EntityTypeBuilder<ScoreSheetVersion> builder)
    {
        builder.ToTable("ScoreSheetVersions").HasKey(version => new { version.SheetId, version.Version });
        builder.Property(version => version.Content).AsJson();
        builder.HasOne<ScoreSheet>().WithMany().HasForeignKey(version => version.SheetId);
    }
}

internal sealed class ConclusionTable : IEntityTypeConfiguration<Conclusion>
{
    public void Configure(EntityTypeBuilder<Conclusion> builder)
    {
        builder.ToTable("Conclusions");
        builder.HasIndex(conclusion => conclusion.InitiativeId).IsUnique();
        builder.HasIndex(conclusion => conclusion.CycleId);
        builder.Property(conclusion => conclusion.Version).IsConcurrencyToken();
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(conclusion => conclusion.SessionId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(conclusion => conclusion.InitiativeId);
    }
}
