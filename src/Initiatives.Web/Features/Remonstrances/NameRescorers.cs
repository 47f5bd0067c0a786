using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>Secretary or lead names members who did not score the dossier and are free of conflict; each gets a sheet on his desk.</summary>
public static class NameRescorers
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Persons.</summary>
        public List<int> Chosen { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.RescoredRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            if (await RescoringFacts.OfAsync(db, doors, item.CycleId, item.InitiativeId, cancellationToken) is not { } facts) return Result.Fail("", "Kỳ xét này không có Hội đồng.");
            var named = Rescoring.Name(item, facts.Council, facts.Conflicts, facts.Scored, facts.Informed, [.. request.Chosen.Distinct()], facts.NextRound, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!named.Ok) return named;
            foreach (var (assignment, sheet) in named.Value)
            {
                db.Add(assignment);
                db.Add(sheet);
                foreach (var judge in await db.RecipientsAsync(assignment.PersonId, cancellationToken))
                    outbox.Add(new Mail(judge.Email, "Chấm lại một hồ sơ theo kiến nghị", [$"Bạn được chọn chấm lại một hồ sơ mà bạn chưa chấm, đến {VietnamTime.Deadline(item.RescoringDueAt!.Value)}."], "Vào bàn chấm", "/cham-diem"), $"cham-lai:{item.Id}:{judge.PersonId}");
            }

            db.Record(actor.Value, JournalActions.RescorersNamed, item, $"{item.Code}, lần chấm {facts.NextRound}: {named.Value.Count} người");
            await db.SaveChangesAsync(cancellationToken);
            return named;
        }
    }
}
