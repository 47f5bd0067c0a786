using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Rows of the desk; all of them stand behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<ReviewAssignment> ReviewAssignments => Set<ReviewAssignment>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ReviewVersion> ReviewVersions => Set<ReviewVersion>();
    public DbSet<PaperSheet> PaperSheets => Set<PaperSheet>();
    public DbSet<ScoreReading> ScoreReadings => Set<ScoreReading>();
    public DbSet<ReadingSeal> ReadingSeals => Set<ReadingSeal>();
}
