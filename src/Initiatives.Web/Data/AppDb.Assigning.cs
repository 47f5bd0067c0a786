using Initiatives.Domain.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>How the assignments came to be; behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<AssignmentRun> AssignmentRuns => Set<AssignmentRun>();
}
