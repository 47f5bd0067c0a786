using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class CycleTable : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> builder)
    {
        builder.ToTable("Cycles");
        builder.HasIndex(cycle => cycle.Year).IsUnique();
        builder.Property(cycle => cycle.Settings).AsSharedJson();
        builder.Property(cycle => cycle.Notice).AsSharedJson();
        builder.Property(cycle => cycle.Version).IsConcurrencyToken();
        builder.HasOne<Rubric>().WithMany().HasForeignKey(cycle => cycle.RubricId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RubricTable : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> builder)
    {
        builder.ToTable("Rubrics");
        builder.Property(rubric => rubric.Content).AsSharedJson();
    }
}

internal sealed class ReformFieldTable : IEntityTypeConfiguration<ReformField>
{
    public void Configure(EntityTypeBuilder<ReformField> builder) => builder.ToTable("Fields").HasKey(field => field.Code);
}

internal sealed class PerformanceIndexTable : IEntityTypeConfiguration<PerformanceIndex>
{
    public void Configure(EntityTypeBuilder<PerformanceIndex> builder) => builder.ToTable("Indices").HasKey(index => index.Code);
}

internal sealed class LegalBasisTable : IEntityTypeConfiguration<LegalBasis>
{
    public void Configure(EntityTypeBuilder<LegalBasis> builder) => builder.ToTable("LegalBases").HasKey(basis => basis.Key);
}

internal sealed class AcknowledgementTable : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("Acknowledgements");
        builder.HasIndex(item => new { item.CycleId, item.UnitId }).IsUnique();
        builder.HasOne<Cycle>().WithMany().HasForeignKey(item => item.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(item => item.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChaseLetterTable : IEntityTypeConfiguration<ChaseLetter>
{
    public void Configure(EntityTypeBuilder<ChaseLetter> builder)
    {
        builder.ToTable("ChaseLetters");
        builder.HasIndex(letter => new { letter.CycleId, letter.UnitId });
        builder.HasOne<Cycle>().WithMany().HasForeignKey(letter => letter.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(letter => letter.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
