using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class InitiativeTable : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ToTable("Initiatives");
        builder.HasIndex(initiative => initiative.FormKey).IsUnique();
        builder.HasIndex(initiative => new { initiative.CycleId, initiative.RegisterNumber }).IsUnique();
        builder.HasIndex(initiative => new { initiative.UnitId, initiative.Status });
        builder.Property(initiative => initiative.Version).IsConcurrencyToken();
        builder.HasOne<Unit>().WithMany().HasForeignKey(initiative => initiative.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(initiative => initiative.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReformField>().WithMany().HasForeignKey(initiative => initiative.FieldCode).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(initiative => initiative.Text, text =>
        {
            text.ToTable("InitiativeTexts");
            text.WithOwner().HasForeignKey(item => item.InitiativeId);
        });
        builder.HasMany(initiative => initiative.Authors).WithOne().HasForeignKey(author => author.InitiativeId);
        builder.HasMany(initiative => initiative.Participants).WithOne().HasForeignKey(person => person.InitiativeId);
        builder.HasMany(initiative => initiative.Effects).WithOne().HasForeignKey(effect => effect.InitiativeId);
        builder.HasMany(initiative => initiative.NewVersions).WithOne().HasForeignKey(version => version.InitiativeId);
        builder.Navigation(initiative => initiative.NewVersions).HasField("versions");
        builder.Navigation(initiative => initiative.Authors).AutoInclude();
        builder.Navigation(initiative => initiative.Participants).AutoInclude();
        builder.Navigation(initiative => initiative.Effects).AutoInclude();
    }
}

/// <summary>Written at every save, read seldom: the content is packed, a list never reads it.</summary>
internal sealed class InitiativeVersionTable : IEntityTypeConfiguration<InitiativeVersion>
{
    public void Configure(EntityTypeBuilder<InitiativeVersion> builder)
    {
        builder.ToTable("InitiativeVersions").HasKey(version => new { version.InitiativeId, version.Version });
        builder.Property(version => version.InitiativeId).ValueGeneratedNever();
        builder.Property(version => version.Version).ValueGeneratedNever();
        builder.Property(version => version.Content).AsPackedJson();
    }
}

internal sealed class AuthorshipTable : IEntityTypeConfiguration<Authorship>
{
    public void Configure(EntityTypeBuilder<Authorship> builder)
    {
        builder.ToTable("Authorships");
        builder.HasOne<Person>().WithMany().HasForeignKey(author => author.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ParticipantTable : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder) => builder.ToTable("Participants");
}

internal sealed class EffectTable : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder) => builder.ToTable("Effects");
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.HasIndex(file => new { file.InitiativeId, file.Sha256 }).IsUnique();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(file => file.InitiativeId);
    }
}

internal sealed class EndorsementTable : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.ToTable("Endorsements");
        builder.HasIndex(endorsement => endorsement.InitiativeId).IsUnique();
        builder.HasIndex(endorsement => endorsement.Code).IsUnique();
        builder.Property(endorsement => endorsement.Sent!).AsJson();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(endorsement => endorsement.InitiativeId);
    }
}

internal sealed class AppraisalTable : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.ToTable("Appraisals");
        builder.HasIndex(appraisal => appraisal.InitiativeId).IsUnique();
        builder.Property(appraisal => appraisal.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(appraisal => appraisal.InitiativeId);
    }
}
