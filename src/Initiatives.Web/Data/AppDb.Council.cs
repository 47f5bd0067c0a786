using Initiatives.Domain.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Who must not come near what, and who acts instead; behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<Conflict> Conflicts => Set<Conflict>();
    public DbSet<StandIn> StandIns => Set<StandIn>();
}
