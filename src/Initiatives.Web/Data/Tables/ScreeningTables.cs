using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Initiatives.Web.Data.Tables;

internal sealed class ScreeningAssignmentTable : IEntityTypeConfiguration<ScreeningAssignment>
{
    public void Configure(EntityTypeBuilder<ScreeningAssignment> builder)
    {
        builder.ToTable("ScreeningAssignments");
        builder.HasIndex(item => item.InitiativeId).IsUnique();
        builder.HasIndex(item => new { item.CycleId, item.AppraiserId });
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.AppraiserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChecklistEntryTable : IEntityTypeConfiguration<ChecklistEntry>
{
    public void Configure(EntityTypeBuilder<ChecklistEntry> builder)
    {
        builder.ToTable("ChecklistEntries");
        builder.HasIndex(item => new { item.InitiativeId, item.Code }).IsUnique();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class AppraisalDraftTable : IEntityTypeConfiguration<AppraisalDraft>
{
    public void Configure(EntityTypeBuilder<AppraisalDraft> builder)
    {
        builder.ToTable("AppraisalDrafts");
        builder.HasIndex(item => item.InitiativeId).IsUnique();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
    }
}

internal sealed class OpinionRequestTable : IEntityTypeConfiguration<OpinionRequest>
{
    public void Configure(EntityTypeBuilder<OpinionRequest> builder)
    {
        builder.ToTable("OpinionRequests");
        builder.HasIndex(item => new { item.InitiativeId, item.UnitId }).IsUnique().HasFilter("\"Status\" = 0");
        builder.HasIndex(item => new { item.UnitId, item.Status });
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(item => item.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(item => item.File);
    }
}

internal sealed class SupplementRequestTable : IEntityTypeConfiguration<SupplementRequest>
{
    public void Configure(EntityTypeBuilder<SupplementRequest> builder)
    {
        builder.ToTable("SupplementRequests");
        builder.HasIndex(item => item.InitiativeId).IsUnique().HasFilter("\"Status\" <> 2").HasDatabaseName("IX_SupplementRequests_Live");
        builder.HasIndex(item => new { item.InitiativeId, item.Round }).IsUnique();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId);
        builder.OwnsOne(item => item.Receipt);
        builder.HasMany(item => item.Items).WithOne().HasForeignKey(item => item.RequestId);
        builder.Navigation(item => item.Items).AutoInclude();
    }
}

internal sealed class SupplementItemTable : IEntityTypeConfiguration<SupplementItem>
{
    public void Configure(EntityTypeBuilder<SupplementItem> builder)
    {
        builder.ToTable("SupplementItems");
        builder.HasIndex(item => new { item.RequestId, item.Target }).IsUnique();
        builder.Ignore(item => item.Part);
    }
}

internal sealed class SupplementAnswerTable : IEntityTypeConfiguration<SupplementAnswer>
{
    public void Configure(EntityTypeBuilder<SupplementAnswer> builder)
    {
        builder.ToTable("SupplementAnswers");
        builder.HasIndex(item => item.ItemId).IsUnique();
        builder.HasIndex(item => item.RequestId);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<SupplementItem>().WithMany().HasForeignKey(item => item.ItemId);
    }
}

internal sealed class SupplementFileTable : IEntityTypeConfiguration<SupplementFile>
{
    public void Configure(EntityTypeBuilder<SupplementFile> builder)
    {
        builder.ToTable("SupplementFiles");
        builder.HasIndex(file => new { file.RequestId, file.Sha256 }).IsUnique();
        builder.HasOne<SupplementItem>().WithMany().HasForeignKey(file => file.ItemId);
    }
}

internal sealed class DepartmentNoticeTable : IEntityTypeConfiguration<DepartmentNotice>
{
    public void Configure(EntityTypeBuilder<DepartmentNotice> builder)
    {
        builder.ToTable("ScreeningNotices");
        builder.HasIndex(notice => new { notice.Series, notice.Year, notice.Number }).IsUnique();
        builder.HasIndex(notice => notice.RemonstranceId).IsUnique();
        builder.Property(notice => notice.Series).HasMaxLength(20).HasDefaultValue(DepartmentNotice.Notices);
        builder.HasOne<Remonstrance>().WithMany().HasForeignKey(notice => notice.RemonstranceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(notice => notice.Items).WithOne().HasForeignKey(item => item.NoticeId);
        builder.Navigation(notice => notice.Items).AutoInclude();
    }
}

internal sealed class DepartmentNoticeItemTable : IEntityTypeConfiguration<DepartmentNoticeItem>
{
    public void Configure(EntityTypeBuilder<DepartmentNoticeItem> builder)
    {
        builder.ToTable("ScreeningNoticeItems");
        builder.HasOne<Initiative>().WithMany().HasForeignKey(item => item.InitiativeId).OnDelete(DeleteBehavior.Restrict);
    }
}
