using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class UnitLetterTable : IEntityTypeConfiguration<UnitLetter>
{
    public void Configure(EntityTypeBuilder<UnitLetter> builder)
    {
        builder.ToTable("UnitLetters");
        builder.HasIndex(letter => letter.FormKey).IsUnique();
        builder.HasIndex(letter => new { letter.UnitId, letter.Status });
        builder.Property(letter => letter.Version).IsConcurrencyToken();
        builder.HasOne<Unit>().WithMany().HasForeignKey(letter => letter.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(letter => letter.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(letter => letter.Items).WithOne().HasForeignKey(item => item.LetterId);
        builder.Navigation(letter => letter.Items).AutoInclude();
        builder.HasMany<Endorsement>().WithOne().HasForeignKey(endorsement => endorsement.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitLetterItemTable : IEntityTypeConfiguration<UnitLetterItem>
{
    public void Configure(EntityTypeBuilder<UnitLetterItem> builder)
    {
        builder.ToTable("UnitLetterItems");
        builder.HasIndex(item => item.InitiativeId);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class HeadLookTable : IEntityTypeConfiguration<HeadLook>
{
    public void Configure(EntityTypeBuilder<HeadLook> builder)
    {
        builder.ToTable("HeadLooks");
        builder.HasIndex(look => new { look.InitiativeId, look.PersonId, look.Version }).IsUnique();
        builder.Property(look => look.Parts).AsJson();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(look => look.InitiativeId);
    }
}

internal sealed class AuthorConfirmationTable : IEntityTypeConfiguration<AuthorConfirmation>
{
    public void Configure(EntityTypeBuilder<AuthorConfirmation> builder)
    {
        builder.ToTable("AuthorConfirmations");
        builder.Ignore(item => item.Statement);
        builder.HasIndex(item => new { item.InitiativeId, item.Key }).IsUnique();
        builder.HasIndex(item => item.LinkHash).IsUnique();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}
