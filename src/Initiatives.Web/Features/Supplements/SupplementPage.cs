using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>What the Department asks, item by item, as the unit answers it.</summary>
public static class SupplementPage
{
    /// <param name="Round">Null: the last.</param>
    public sealed record Query(int Id, int? Round) : IRequest<View>;

    public sealed record File(int Id, string FileName, string SizeText);

    /// <param name="Value">What the field holds: the kept answer, or the part as it is.</param>
    /// <param name="SavedBy">Empty: nothing is kept yet.</param>
    public sealed record Item(SupplementItem Asked, SupplementTarget Target, string Before, string Value, string Note, int Version, string SavedBy, DateTime? SavedAt, bool IsAnswered, IReadOnlyList<File> Files);

    /// <param name="Shut">Why nothing can be written now; empty: it can.</param>
    /// <param name="MayWrite">This person answers; else he reads.</param>
    public sealed record View(int Id, string Title, SupplementRequest Request, IReadOnlyList<Item> Items, string Shut, bool MayWrite, DateTime Now, IReadOnlyList<int> Rounds)
    {
        public int Answered => Items.Count(item => item.IsAnswered);

        public bool IsOpen => MayWrite && Shut.Length == 0;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await doors.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var all = await doors.OwnSupplements.AsNoTracking().Where(item => item.InitiativeId == request.Id).OrderBy(item => item.Round).ToListAsync(cancellationToken);
            var shown = (request.Round is { } round ? all.Find(item => item.Round == round) : all.LastOrDefault()) ?? throw new RowNotFoundException(nameof(SupplementRequest));
            var answers = await doors.OwnSupplementAnswers.AsNoTracking().Where(item => item.RequestId == shown.Id).ToListAsync(cancellationToken);
            var files = await doors.OwnSupplementFiles.AsNoTracking().Where(item => item.RequestId == shown.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            var open = shown.Unanswered(answers, files);
            return new View(initiative.Id, initiative.Title, shown,
                [.. shown.Items.OrderBy(item => item.Order).Select(item =>
                {
                    var answer = answers.Find(one => one.ItemId == item.Id);
                    return new Item(item, item.Part, SupplementTargets.Shown(item.Part, item.Before), answer?.Value ?? item.Before, answer?.Note ?? "", answer?.Version ?? 0, answer?.SavedByName ?? "", answer?.SavedAt, !open.Contains(item),
                        [.. files.Where(file => file.ItemId == item.Id).Select(file => new File(file.Id, file.FileName, new DossierFile(0, default, "", "", file.Size, "").SizeText))]);
                })],
                shown.WhyShut(now), actor.Value.Has(Permission.WriteInitiative), now, [.. all.Select(item => item.Round)]);
        }
    }
}
