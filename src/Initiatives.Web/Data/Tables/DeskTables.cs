using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class ReviewAssignmentTable : IEntityTypeConfiguration<ReviewAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewAssignment> builder)
    {
        builder.ToTable("ReviewAssignments");
        builder.HasIndex(assignment => new { assignment.InitiativeId, assignment.PersonId }).IsUnique();
        builder.HasIndex(assignment => new { assignment.CycleId, assignment.PersonId });
        builder.HasOne<Initiative>().WithMany().HasForeignKey(assignment => assignment.InitiativeId);
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews");
        builder.HasIndex(review => new { review.InitiativeId, review.PersonId }).IsUnique();
        builder.HasIndex(review => new { review.CycleId, review.PersonId });
        builder.Property(review => review.Content).AsJson();
        builder.Property(review => review.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(review => review.InitiativeId);
    }
}

internal sealed class ReviewVersionTable : IEntityTypeConfiguration<ReviewVersion>
{
    public void Configure(EntityTypeBuilder<ReviewVersion> builder)
    {
        builder.ToTable("ReviewVersions").HasKey(version => new { version.ReviewId, version.Version });
        builder.Property(version => version.Content).AsJson();
        builder.HasOne<Review>().WithMany().HasForeignKey(version => version.ReviewId);
    }
}

internal sealed class PaperSheetTable : IEntityTypeConfiguration<PaperSheet>
{
    public void Configure(EntityTypeBuilder<PaperSheet> builder)
    {
        builder.ToTable("PaperSheets");
        builder.HasIndex(paper => paper.SheetId);
        builder.HasIndex(paper => paper.SheetId, "IX_PaperSheets_Waiting").IsUnique().HasFilter("\"Status\" = 0");   // one paper at a time waits for its second person
        builder.HasIndex(paper => paper.CycleId);
        builder.Property(paper => paper.Content).AsJson();
        builder.Property(paper => paper.Version).IsConcurrencyToken();
        builder.HasOne<ScoreSheet>().WithMany().HasForeignKey(paper => paper.SheetId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(paper => paper.InitiativeId);
    }
}

internal sealed class ScoreReadingTable : IEntityTypeConfiguration<ScoreReading>
{
    public void Configure(EntityTypeBuilder<ScoreReading> builder)
    {
        builder.ToTable("ScoreReadings").HasKey(reading => new { reading.Batch, reading.Line });
        builder.Property(reading => reading.Batch).ValueGeneratedNever();
        builder.Property(reading => reading.Line).ValueGeneratedNever();
        builder.HasIndex(reading => reading.PersonId);
    }
}

internal sealed class ReadingSealTable : IEntityTypeConfiguration<ReadingSeal>
{
    public void Configure(EntityTypeBuilder<ReadingSeal> builder)
    {
        builder.ToTable("ReadingSeals");
        builder.HasIndex(seal => seal.ToBatch).IsUnique();
    }
}
