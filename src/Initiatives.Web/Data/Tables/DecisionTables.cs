using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.HasIndex(decision => new { decision.CycleId, decision.Kind }).IsUnique().HasFilter("\"Kind\" <> 2");   // of supplements there may be several
        builder.Property(decision => decision.Form).AsJson();
        builder.Property(decision => decision.Version).IsConcurrencyToken();
        builder.Ignore(decision => decision.Named);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(decision => decision.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(decision => decision.Items).WithOne().HasForeignKey(item => item.DecisionId);
        builder.Navigation(decision => decision.Items).AutoInclude();
    }
}

internal sealed class DecisionItemTable : IEntityTypeConfiguration<DecisionItem>
{
    public void Configure(EntityTypeBuilder<DecisionItem> builder)
    {
        builder.ToTable("DecisionItems").HasKey(item => new { item.DecisionId, item.InitiativeId });
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.HasIndex(certificate => certificate.LookupCode).IsUnique();
        builder.HasIndex(certificate => new { certificate.DecisionId, certificate.InitiativeId }).IsUnique();
        builder.HasOne<Decision>().WithMany().HasForeignKey(certificate => certificate.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(certificate => certificate.InitiativeId).OnDelete(DeleteBehavior.Restrict);
    }
}
