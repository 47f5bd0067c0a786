using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class ExtensionTable : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.ToTable("Extensions");
        builder.HasIndex(extension => extension.CycleId);
        builder.HasIndex(extension => extension.EndsId).IsUnique();
        builder.HasOne<Cycle>().WithMany().HasForeignKey(extension => extension.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(extension => extension.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Extension>().WithMany().HasForeignKey(extension => extension.EndsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutsideArrivalTable : IEntityTypeConfiguration<OutsideArrival>
{
    public void Configure(EntityTypeBuilder<OutsideArrival> builder)
    {
        builder.ToTable("OutsideArrivals");
        builder.HasIndex(arrival => arrival.InitiativeId).IsUnique();
        builder.Property(arrival => arrival.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(arrival => arrival.InitiativeId);
    }
}
