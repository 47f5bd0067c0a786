using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Rows of screening; all of them stand behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<ScreeningAssignment> ScreeningAssignments => Set<ScreeningAssignment>();
    public DbSet<ChecklistEntry> ChecklistEntries => Set<ChecklistEntry>();
    public DbSet<AppraisalDraft> AppraisalDrafts => Set<AppraisalDraft>();
    public DbSet<OpinionRequest> OpinionRequests => Set<OpinionRequest>();
    public DbSet<SupplementRequest> SupplementRequests => Set<SupplementRequest>();
    public DbSet<SupplementAnswer> SupplementAnswers => Set<SupplementAnswer>();
    public DbSet<SupplementFile> SupplementFiles => Set<SupplementFile>();
    public DbSet<DepartmentNotice> ScreeningNotices => Set<DepartmentNotice>();
}
