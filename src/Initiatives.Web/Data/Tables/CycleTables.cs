using Initiatives.Domain.Cycles;
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
