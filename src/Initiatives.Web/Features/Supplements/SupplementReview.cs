using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>A request as the Department reads it: what was asked, and once it was sent the old and the new side by side.</summary>
public static class SupplementReview
{
    /// <param name="Round">Null: the last.</param>
    public sealed record Query(int Id, int? Round) : IRequest<View>;

    /// <param name="After">What the unit wrote; null before the sending and for files.</param>
    public sealed record Item(int Id, string Target, string Label, string Ask, SupplementItemState State, string DecidedBy, string Before, string? After, string Note, IReadOnlyList<File> Files);

    public sealed record File(int Id, string FileName, string SizeText);

    public sealed record View(int Id, int Year, int? Number, string Title, string UnitName, SupplementRequest Request, IReadOnlyList<Item> Items, IReadOnlyList<int> Rounds, DateOnly NextDueOn, DateTime Now, bool MayDecide)
    {
        public bool IsLapsed => Request.IsLapsedAt(Now);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var all = await doors.ReceivedSupplements.AsNoTracking().Where(item => item.InitiativeId == request.Id).OrderBy(item => item.Round).ToListAsync(cancellationToken);
            var shown = (request.Round is { } round ? all.Find(item => item.Round == round) : all.LastOrDefault()) ?? throw new RowNotFoundException(nameof(SupplementRequest));
            var answers = await doors.ReceivedSupplementAnswers.AsNoTracking().Where(item => item.RequestId == shown.Id).ToDictionaryAsync(item => item.ItemId, cancellationToken);
            var files = (await doors.ReceivedSupplementFiles.AsNoTracking().Where(item => item.RequestId == shown.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.ItemId);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
            return new View(initiative.Id, cycle.Year, initiative.RegisterNumber, initiative.Title,
                await db.Units.Where(unit => unit.Id == initiative.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken), shown,
                [.. shown.Items.OrderBy(item => item.Order).Select(item => ItemOf(item, answers.GetValueOrDefault(item.Id), files[item.Id]))], [.. all.Select(item => item.Round)],
                VietnamTime.AddWorkingDays(VietnamTime.Today(now), cycle.Settings.SupplementWorkingDays), now, actor.Value.Has(Permission.AppraiseInitiative) && !initiative.IsWrittenBy(actor.Value) && shown.IsLive);
        }

        private static Item ItemOf(SupplementItem item, SupplementAnswer? answer, IEnumerable<SupplementFile> files)
        {
            return new Item(item.Id, item.Target, item.Part.Label, item.Ask, item.State, item.DecidedByName, SupplementTargets.Shown(item.Part, item.Before),
                answer is null || item.Part.Kind == SupplementKind.Files ? null : SupplementTargets.Shown(item.Part, answer.Value), answer?.Note ?? "",
                [.. files.Select(file => new File(file.Id, file.FileName, new DossierFile(0, default, "", "", file.Size, "").SizeText))]);
        }
    }
}
