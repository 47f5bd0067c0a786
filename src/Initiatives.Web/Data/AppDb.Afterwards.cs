using Initiatives.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Rows of what follows the council's work; all of them stand behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<Remark> Remarks => Set<Remark>();
    public DbSet<Remonstrance> Remonstrances => Set<Remonstrance>();
}
