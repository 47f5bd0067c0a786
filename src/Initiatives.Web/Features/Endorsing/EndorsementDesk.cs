using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>What every way of endorsing shares: the unit's window, the files, who else could, the receipt and its number.</summary>
internal sealed class EndorsementDesk(AppDb db, ReceiptPost receipts, Actor actor, DateTime arrivedAt)
{
    private IntakeWindow? window;
    private bool isWindowRead;
    private IReadOnlyList<Person>? heads;

    /// <summary>The head endorses one dossier; the caller saves.</summary>
    /// <param name="version">That he has read; null: not compared.</param>
    public async Task<Result<Endorsement>> EndorseAsync(Initiative initiative, int? version, CancellationToken cancellationToken)
    {
        var isOwn = initiative.IsWrittenBy(actor);
        var grounds = new EndorsementGrounds(version, await FilesAsync(initiative, cancellationToken), isOwn && await AnotherHeadMayAsync(initiative, cancellationToken));
        var endorsed = initiative.Endorse(await WindowAsync(initiative, cancellationToken), grounds, actor, arrivedAt);
        if (!endorsed.Ok) return endorsed;
        db.Add(endorsed.Value);
        receipts.Add(endorsed.Value);
        db.TakeNumber(window!.Cycle.RegisterCounter, initiative.Register);
        db.Record(actor, JournalActions.Endorsed, initiative, Capacity(actor) + window.Cycle.Name + (isOwn ? " · người xác nhận là tác giả, đơn vị không có lãnh đạo khác" : ""));
        return endorsed;
    }

    private async Task<IntakeWindow?> WindowAsync(Initiative initiative, CancellationToken cancellationToken)
    {
        if (!isWindowRead) window = (await db.WindowsAsync(actor, initiative.UnitId, cancellationToken)).At(arrivedAt);
        isWindowRead = true;
        return window;
    }

    private Task<List<DossierFile>> FilesAsync(Initiative initiative, CancellationToken cancellationToken) =>
        db.For(actor).OwnAttachments.FilesOf(initiative.Id).ToListAsync(cancellationToken);

    /// <summary>Somebody else in the unit's lead could: head or deputy, with an account that is open, not an author.</summary>
    private async Task<bool> AnotherHeadMayAsync(Initiative initiative, CancellationToken cancellationToken)
    {
        heads ??= await db.HeadsAsync(initiative.UnitId, cancellationToken);
        return heads.Any(head => head.Id != actor.PersonId && !initiative.IsWrittenBy(head.AsActor()));
    }

    private static string Capacity(Actor head) => head.Capacity == SigningCapacity.Deputy ? "Cấp phó ký thay (KT.) · " : "";
}
