using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class PostingTable : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("Postings");
        builder.HasIndex(posting => new { posting.CycleId, posting.Number }).IsUnique();
        builder.Property(posting => posting.Items).AsJson();
        builder.HasOne<Cycle>().WithMany().HasForeignKey(posting => posting.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemarkTable : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("Remarks");
        builder.HasIndex(remark => remark.Code).IsUnique();
        builder.HasIndex(remark => remark.FormKey).IsUnique();
        builder.HasIndex(remark => remark.CycleId);
        builder.Property(remark => remark.Version).IsConcurrencyToken();
        builder.HasOne<Posting>().WithMany().HasForeignKey(remark => remark.PostingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemonstranceTable : IEntityTypeConfiguration<Remonstrance>
{
    public void Configure(EntityTypeBuilder<Remonstrance> builder)
    {
        builder.ToTable("Remonstrances");
        builder.HasIndex(item => new { item.Year, item.Number }).IsUnique();
        builder.HasIndex(item => item.FormKey).IsUnique();
        builder.HasIndex(item => item.InitiativeId);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(item => item.Files).WithOne().HasForeignKey(file => file.RemonstranceId);
        builder.HasMany(item => item.Steps).WithOne().HasForeignKey(step => step.RemonstranceId);
        builder.Navigation(item => item.Files).AutoInclude();
        builder.Navigation(item => item.Steps).AutoInclude();
    }
}

internal sealed class RemonstranceFileTable : IEntityTypeConfiguration<RemonstranceFile>
{
    public void Configure(EntityTypeBuilder<RemonstranceFile> builder) => builder.ToTable("RemonstranceFiles");
}

internal sealed class RemonstranceStepTable : IEntityTypeConfiguration<RemonstranceStep>
{
    public void Configure(EntityTypeBuilder<RemonstranceStep> builder) => builder.ToTable("RemonstranceSteps");
}
