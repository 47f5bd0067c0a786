using Initiatives.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>What is asked of judges: behind the doors of For(actor).</summary>
public abstract partial class AppDb
{
    public DbSet<OutlierQuestion> OutlierQuestions => Set<OutlierQuestion>();
    public DbSet<ScoreReminder> ScoreReminders => Set<ScoreReminder>();
}
