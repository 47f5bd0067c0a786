using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>How far a judge is, without a single point.</summary>
public sealed record SheetProgress
{
    public required int CycleId { get; init; }
    public required int InitiativeId { get; init; }
    public required int PersonId { get; init; }

    /// <summary>Submitted also after scoring was closed.</summary>
    public required SheetStatus Status { get; init; }

    /// <summary>Of a judge who was called once scoring was closed and has not handed in: the ranking does not count him yet.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>Handed in on paper and typed by the secretariat.</summary>
    public required bool IsEntered { get; init; }

    /// <summary>When its judge last saved it, UTC; null: never.</summary>
    public required DateTime? SavedAt { get; init; }
}

/// <summary>That a dossier was sent, by whom and in which field: enough to count, nothing to read.</summary>
public sealed record SentDossier
{
    public required int? CycleId { get; init; }
    public required string? FieldCode { get; init; }
    public required int UnitId { get; init; }
}

/// <summary>How many dossiers of a unit stand where in one cycle: enough to chase the unit, nothing to read.</summary>
public sealed record UnitCount
{
    public required int UnitId { get; init; }
    public required int Drafts { get; init; }
    public required int Awaiting { get; init; }
    public required int Sent { get; init; }
}

/// <summary>What a receipt tells whoever holds its code: that it is genuine. No title, no name, no word of the dossier.</summary>
public sealed record ToldReceipt
{
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required string UnitName { get; init; }
    public required string Digest { get; init; }
    public required EndorsementMeans Means { get; init; }

    /// <summary>Only its files are counted.</summary>
    public required SentManifest? Sent { get; init; }
}

/// <summary>
/// The doors: every set is already filtered by what the actor may see in one capacity. A feature names the capacity by
/// the set it takes; there is no set that mixes them.
/// </summary>
public sealed partial class ScopedDb(AppDb db, Actor actor)
{
    /// <summary>Launched cycles; for those who prepare them all.</summary>
    public IQueryable<Cycle> Cycles => db.Cycles.Where(CycleAccess.Visible(actor));

    /// <summary>As anybody: how many dossiers were sent, without withdrawn ones and without a word of theirs.</summary>
    public IQueryable<SentDossier> SentDossiers => db.Initiatives
        .Where(initiative => initiative.SubmittedAt != null && initiative.Status != InitiativeStatus.Withdrawn)
        .Select(initiative => new SentDossier { CycleId = initiative.CycleId, FieldCode = initiative.FieldCode, UnitId = initiative.UnitId });

    /// <summary>As author, unit officer or head.</summary>
    public IQueryable<Initiative> OwnInitiatives => db.Initiatives.Where(InitiativeAccess.Own(actor));

    /// <summary>As the Department.</summary>
    public IQueryable<Initiative> ReceivedInitiatives => db.Initiatives.Where(InitiativeAccess.Received(actor));

    /// <summary>As a judge, without what he is in conflict with.</summary>
    public IQueryable<Initiative> AssignedInitiatives => Unbarred.Where(InitiativeAccess.Assigned(actor, db.Assignments));

    /// <summary>In the council, from scoring on: its secretary, the Department's lead, who stands in for them on one; without what one is in conflict with.</summary>
    public IQueryable<Initiative> CouncilInitiatives => Unbarred.Where(InitiativeAccess.Council(actor, KeptCouncils, db.StandIns));

    /// <summary>As anybody: recognised and published.</summary>
    public IQueryable<Initiative> PublishedInitiatives => db.Initiatives.Where(InitiativeAccess.Published());

    /// <summary>As a reader of a decision: what it names.</summary>
    public IQueryable<Initiative> DecidedInitiatives => db.Initiatives.Where(InitiativeAccess.Decided(actor, db.Set<DecisionItem>()));

    /// <summary>As one of those who write: author or unit's officer, not head.</summary>
    public IQueryable<Initiative> WrittenInitiatives => db.Initiatives.Where(InitiativeAccess.Written(actor));

    /// <summary>As one of those who write a dossier: what was saved of it, version by version. Never the head, never anybody later.</summary>
    public IQueryable<InitiativeVersion> OwnVersions
    {
        get
        {
            var written = WrittenInitiatives;
            return db.InitiativeVersions.Where(version => written.Any(initiative => initiative.Id == version.InitiativeId));
        }
    }

    /// <summary>Files of one's own dossiers.</summary>
    public IQueryable<Attachment> OwnAttachments
    {
        get
        {
            var own = OwnInitiatives;
            return db.Attachments.Where(file => own.Any(initiative => initiative.Id == file.InitiativeId));
        }
    }

    /// <summary>Files of any dossier the actor may open as Department, judge, reviewer or secretary. The public gets none.</summary>
    public IQueryable<Attachment> DossierAttachments
    {
        get
        {
            var (received, assigned, reviewed, council) = (ReceivedInitiatives, AssignedInitiatives, ReviewedInitiatives, CouncilInitiatives);
            return db.Attachments.Where(file => received.Any(initiative => initiative.Id == file.InitiativeId)
                || assigned.Any(initiative => initiative.Id == file.InitiativeId)
                || reviewed.Any(initiative => initiative.Id == file.InitiativeId)
                || council.Any(initiative => initiative.Id == file.InitiativeId));
        }
    }

    /// <summary>Words of files of one's own dossiers.</summary>
    public IQueryable<FileText> OwnFileTexts
    {
        get
        {
            var files = OwnAttachments;
            return db.FileTexts.Where(text => files.Any(file => file.Sha256 == text.Sha256));
        }
    }

    /// <summary>Words of files of any dossier the actor may open as Department, judge or secretary. The public gets none.</summary>
    public IQueryable<FileText> DossierFileTexts
    {
        get
        {
            var files = DossierAttachments;
            return db.FileTexts.Where(text => files.Any(file => file.Sha256 == text.Sha256));
        }
    }

    /// <summary>Receipts of one's own dossiers and, for the Department, of all.</summary>
    public IQueryable<Endorsement> Endorsements
    {
        get
        {
            var (own, received) = (OwnInitiatives, ReceivedInitiatives);
            return db.Endorsements.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId)
                || received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Dossiers that came from outside, with what the unit says to their entry: its own and, for the Department, all.</summary>
    public IQueryable<OutsideArrival> OutsideArrivals
    {
        get
        {
            var (own, received) = (OwnInitiatives, ReceivedInitiatives);
            return db.OutsideArrivals.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId)
                || received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As anybody who holds a receipt: what its code stands for, and nothing without one.</summary>
    public IQueryable<ToldReceipt> ReceiptOf(string code) =>
        from endorsement in db.Endorsements.AsNoTracking()
        join initiative in db.Initiatives on endorsement.InitiativeId equals initiative.Id
        join unit in db.Units on initiative.UnitId equals unit.Id
        join cycle in db.Cycles on endorsement.CycleId equals cycle.Id
        where endorsement.Code == code && initiative.RegisterNumber != null
        select new ToldReceipt
        {
            Year = cycle.Year,
            Number = initiative.RegisterNumber!.Value,
            At = endorsement.At,
            UnitName = unit.Name,
            Digest = endorsement.Digest,
            Means = endorsement.Means,
            Sent = endorsement.Sent,
        };

    /// <summary>Letters: one's unit's as its officer or head; for the Department those that were sent.</summary>
    public IQueryable<UnitLetter> UnitLetters => db.UnitLetters.Where(LetterAccess.Visible(actor));

    /// <summary>What a head was shown of his unit's dossiers: his own looks, nobody else's.</summary>
    public IQueryable<HeadLook> HeadLooks
    {
        get
        {
            var own = OwnInitiatives;
            return db.HeadLooks.Where(look => look.PersonId == actor.PersonId && own.Any(initiative => initiative.Id == look.InitiativeId));
        }
    }

    /// <summary>What authors have said about their lines, for those who may open the dossier as its own.</summary>
    public IQueryable<AuthorConfirmation> AuthorConfirmations
    {
        get
        {
            var own = OwnInitiatives;
            return db.AuthorConfirmations.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As whoever holds a link: the one line that it asks about.</summary>
    /// <param name="linkHash">Digest of the token that he brings.</param>
    public IQueryable<AuthorConfirmation> LinkedConfirmations(string linkHash) => db.AuthorConfirmations.Where(item => item.LinkHash == linkHash);

    /// <summary>The dossier of that line; what of it is shown, the link's page says.</summary>
    public IQueryable<Initiative> LinkedInitiatives(string linkHash)
    {
        var linked = LinkedConfirmations(linkHash);
        return db.Initiatives.Where(initiative => linked.Any(item => item.InitiativeId == initiative.Id));
    }

    /// <summary>Extensions whole, with who asked and why: those who grant them.</summary>
    public IQueryable<Extension> Extensions => db.Extensions.Where(CycleAccess.ExtensionsWhole(actor));

    /// <summary>For whom, until when and by which document the cut-off was moved: every unit sees all, the public what holds for all units.</summary>
    public IQueryable<ExtensionNotice> ExtensionNotices => db.Extensions.AsNoTracking()
        .Where(CycleAccess.ExtensionsTold(actor))
        .Select(row => new ExtensionNotice
        {
            Id = row.Id,
            CycleId = row.CycleId,
            UnitId = row.UnitId,
            ClosesAt = row.ClosesAt,
            DocumentNumber = row.DocumentNumber,
            DocumentDate = row.DocumentDate,
            GrantedAt = row.GrantedAt,
            EndsId = row.EndsId,
        });

    /// <summary>Proposals on 3a and 3b: the Department's.</summary>
    public IQueryable<Appraisal> Appraisals
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.Appraisals.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    public IQueryable<Decision> Decisions => db.Decisions.Where(JudgingAccess.Decisions(actor));

    /// <summary>The whole journal: the administrator's.</summary>
    public IQueryable<JournalEntry> Journal => db.Journal.Where(entry => actor.Has(Permission.ReadJournal));

    /// <summary>What an audience may read of one subject's story, oldest first. The caller has reached the subject through a door.</summary>
    public async Task<IReadOnlyList<JournalEntry>> TimelineAsync<T>(int id, Audience audience, CancellationToken cancellationToken)
    {
        var codes = JournalActions.CodesFor(audience);
        return await db.Journal.AsNoTracking()
            .Where(entry => entry.Subject == typeof(T).Name && entry.SubjectId == id && codes.Contains(entry.Action))
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Links to choose a password: the administrator's, and one's own.</summary>
    public IQueryable<AccountLink> AccountLinks => db.AccountLinks.Where(AccountAccess.Links(actor));

    /// <summary>
    /// All links of the person whose live or spent link the digest belongs to: who holds one may use it up and void the
    /// others. Possession is the key; who is signed in does not matter.
    /// </summary>
    public IQueryable<AccountLink> LinksBehind(string tokenDigest) =>
        db.AccountLinks.Where(link => db.AccountLinks.Any(held => held.TokenDigest != null && held.TokenDigest == tokenDigest && held.PersonId == link.PersonId));

    /// <summary>Which units have acknowledged a launch: one's own unit's, and for the Department all.</summary>
    public IQueryable<Acknowledgement> Acknowledgements => db.Acknowledgements.Where(LaunchAccess.Acknowledgements(actor));

    /// <summary>Mails to units: those who send them.</summary>
    public IQueryable<ChaseLetter> ChaseLetters => db.ChaseLetters.Where(LaunchAccess.Letters(actor));

    /// <summary>
    /// For those who chase units: how many dossiers each has in a cycle. A draft belongs to no cycle before it is sent: while
    /// intake is open every open draft counts, afterwards those that were saved in its time.
    /// </summary>
    public IQueryable<UnitCount> UnitCounts(Cycle cycle, DateTime now)
    {
        var (id, from, to, isOpen) = (cycle.Id, cycle.LaunchedAt ?? cycle.OpensAt, cycle.ClosesAt, cycle.IsChased(now));
        var chases = actor.Has(Permission.ChaseUnits);
        return db.Initiatives
            .Where(item => chases && item.Status != InitiativeStatus.Withdrawn
                && (item.CycleId == id || (item.CycleId == null && (isOpen || (item.SavedAt >= from && item.SavedAt < to)))))
            .GroupBy(item => item.UnitId)
            .Select(group => new UnitCount
            {
                UnitId = group.Key,
                Drafts = group.Count(item => item.Status == InitiativeStatus.Draft),
                Awaiting = group.Count(item => item.Status == InitiativeStatus.AwaitingEndorsement),
                Sent = group.Count(item => item.SubmittedAt != null),
            });
    }
}
