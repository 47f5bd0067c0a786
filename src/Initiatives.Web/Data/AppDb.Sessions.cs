using Initiatives.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Rows of the council's sessions; all of them stand behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();
    public DbSet<Vote> Votes => Set<Vote>();
    public DbSet<CouncilResolution> Resolutions => Set<CouncilResolution>();
    public DbSet<DissentingOpinion> Dissents => Set<DissentingOpinion>();
    public DbSet<TieBallot> TieBallots => Set<TieBallot>();
}
