using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

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
