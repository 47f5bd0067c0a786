using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>
/// The one model on both databases. Rows that some must not see are reached through <see cref="For(Actor)"/>; their plain
/// sets are banned outside Data, Jobs and Seeding.
/// </summary>
public abstract partial class AppDb(DbContextOptions options, WriteGate gate, ReferenceRows reference, TimeProvider clock)
    : IdentityDbContext<Account>(options), IDataProtectionKeyContext
{
    private const string Turn = "Turn";

    /// <summary>What <see cref="Guard"/> takes.</summary>
    private static readonly Type[] Guarded = [typeof(Initiative), typeof(Cycle), typeof(CouncilSession), typeof(SupplementRequest)];

    // Open to every feature.
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<ReformField> Fields => Set<ReformField>();
    public DbSet<PerformanceIndex> Indices => Set<PerformanceIndex>();
    public DbSet<LegalBasis> LegalBases => Set<LegalBasis>();
    public DbSet<Rubric> Rubrics => Set<Rubric>();
    public DbSet<Cycle> Cycles => Set<Cycle>();
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Behind the doors of For(actor).
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<InitiativeVersion> InitiativeVersions => Set<InitiativeVersion>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<UnitLetter> UnitLetters => Set<UnitLetter>();
    public DbSet<HeadLook> HeadLooks => Set<HeadLook>();
    public DbSet<AuthorConfirmation> AuthorConfirmations => Set<AuthorConfirmation>();
    public DbSet<Extension> Extensions => Set<Extension>();
    public DbSet<OutsideArrival> OutsideArrivals => Set<OutsideArrival>();
    public DbSet<Appraisal> Appraisals => Set<Appraisal>();
    public DbSet<ScoringAssignment> Assignments => Set<ScoringAssignment>();
    public DbSet<ScoreSheet> Sheets => Set<ScoreSheet>();
    public DbSet<ScoreSheetVersion> SheetVersions => Set<ScoreSheetVersion>();
    public DbSet<CouncilSession> Sessions => Set<CouncilSession>();
    public DbSet<Conclusion> Conclusions => Set<Conclusion>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<Job> Jobs => Set<Job>();

    // Accounts and the launch, behind the doors.
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();
    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();
    public DbSet<ChaseLetter> ChaseLetters => Set<ChaseLetter>();

    // Words of attachments, behind the doors.
    public DbSet<FileText> FileTexts => Set<FileText>();

    /// <summary>Units, fields and indices, normally without asking the database.</summary>
    public ValueTask<Reference> ReferenceAsync(CancellationToken cancellationToken) => reference.ReadAsync(this, cancellationToken);

    /// <summary>The same, as they stand in the database now.</summary>
    public ValueTask<Reference> FreshReferenceAsync(CancellationToken cancellationToken)
    {
        reference.Forget();
        return reference.ReadAsync(this, cancellationToken);
    }

    /// <summary>The rows that <paramref name="actor"/> may see, by the capacity in which he looks.</summary>
    public ScopedDb For(Actor actor) => new(this, actor);

    /// <summary>Applies pending migrations. Asked first, because applying none still costs the comparison of two whole models.</summary>
    public async Task BringUpToDateAsync()
    {
        if ((await Database.GetPendingMigrationsAsync()).Any()) await Database.MigrateAsync();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var guarded in Guarded) builder.Entity(guarded).Property<int>(Turn).IsConcurrencyToken();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Domain.Text.SafeHtml>().HaveConversion<SafeHtmlConverter>();
    }
}

public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options, WriteGate gate, ReferenceRows reference, TimeProvider clock) : AppDb(options, gate, reference, clock);

public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options, WriteGate gate, ReferenceRows reference, TimeProvider clock) : AppDb(options, gate, reference, clock);
