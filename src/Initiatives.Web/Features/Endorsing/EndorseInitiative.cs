using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>The head endorses a dossier: this sends it to the Department and gives it its register number.</summary>
public static class EndorseInitiative
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }

        /// <summary>Version of the dossier on the page that the head read; null: not compared.</summary>
        public int? Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, ReceiptPost receipts) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var window = (await db.WindowsAsync(actor.Value, initiative.UnitId, cancellationToken)).At(arrival.At);
            var isOwn = initiative.IsWrittenBy(actor.Value);
            var grounds = new EndorsementGrounds(request.Version, await FilesAsync(initiative, cancellationToken), isOwn && await AnotherHeadMayAsync(initiative, cancellationToken));
            var endorsed = initiative.Endorse(window, grounds, actor.Value, arrival.At);
            if (!endorsed.Ok) return Result.Fail(endorsed.Problems);
            db.Add(endorsed.Value);
            receipts.Add(endorsed.Value);
            db.TakeNumber(window!.Cycle.RegisterCounter, initiative.Register);
            db.Record(actor.Value, JournalActions.Endorsed, initiative, Capacity(actor.Value) + window.Cycle.Name + (isOwn ? " · người xác nhận là tác giả, đơn vị không có lãnh đạo khác" : ""));
            await db.SaveChangesAsync(cancellationToken);
            return initiative.RegisterNumber!.Value;
        }

        private Task<List<DossierFile>> FilesAsync(Initiative initiative, CancellationToken cancellationToken) =>
            db.For(actor.Value).OwnAttachments.FilesOf(initiative.Id).ToListAsync(cancellationToken);

        /// <summary>Somebody else in the unit's lead could: head or deputy, with an account that is open, not an author.</summary>
        private async Task<bool> AnotherHeadMayAsync(Initiative initiative, CancellationToken cancellationToken)
        {
            var heads = await (from person in db.People
                               join account in db.Users on person.Id equals account.PersonId
                               where person.UnitId == initiative.UnitId && person.Id != actor.Value.PersonId && (person.Roles & Role.UnitHead) != 0
                               select new { person, account }).AsNoTracking().ToListAsync(cancellationToken);
            return heads.Exists(head => !head.account.IsClosed && !initiative.IsWrittenBy(head.person.AsActor()));
        }

        private static string Capacity(Actor head) => head.Capacity == SigningCapacity.Deputy ? "Cấp phó ký thay (KT.) · " : "";
    }
}
