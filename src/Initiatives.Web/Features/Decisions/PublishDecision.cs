using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Publishes a signed decision. Nothing is rendered here: what is published are the bytes that were signed.</summary>
public static class PublishDecision
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Version of the page from which it is published; null: not compared.</summary>
        public int? Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, JobQueue jobs, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.IsStill(request.Version, "công bố") is { Ok: false } changed) return changed;
            var now = clock.GetUtcNow().UtcDateTime;
            var result = decision.Publish(now);
            if (result.Ok)
            {
                result = decision.Kind switch
                {
                    DecisionKind.Recognition => await Recognise(decision, now, cancellationToken),
                    DecisionKind.Merit => await Award(decision, cancellationToken),
                    _ => await RecogniseMore(decision, now, cancellationToken),
                };
            }

            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.DecisionPublished, decision, About(decision));
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }

        /// <summary>Every judged dossier gets its outcome in the same save: none is left between.</summary>
        private async Task<Result> Recognise(Decision decision, DateTime now, CancellationToken cancellationToken)
        {
            var seen = db.For(actor.Value);
            var cycle = await db.Cycles.SingleAsync(item => item.Id == decision.CycleId, cancellationToken);
            var dossiers = await seen.ReceivedInitiatives.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var concluded = Decision.AllConcluded(dossiers.Select(item => item.Status));
            if (!concluded.Ok) return concluded;
            var published = cycle.Publish(now);
            if (!published.Ok) return published;
            var reasons = await seen.ConclusionsToDecide.Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, item => item.Reason, cancellationToken);
            var named = decision.Named.Select(item => item.InitiativeId).ToHashSet();
            foreach (var initiative in dossiers.Where(item => item.Status is InitiativeStatus.Recommended or InitiativeStatus.NotRecommended))
            {
                var recognised = named.Contains(initiative.Id);
                var moved = recognised ? initiative.Recognise(now) : initiative.Decline(reasons.GetValueOrDefault(initiative.Id, ""), now);
                if (!moved.Ok) return moved;
                db.Record(actor.Value, recognised ? JournalActions.Recognised : JournalActions.NotRecognised, initiative, About(decision));
            }

            if (outbox.IsOn) jobs.Enqueue(new SendResults(cycle.Id), $"ket-qua:{cycle.Id}");
            return Result.Success;
        }

        /// <summary>Recognises what the supplementary decision names; of the first decision, its places and its other outcomes nothing changes.</summary>
        private async Task<Result> RecogniseMore(Decision decision, DateTime now, CancellationToken cancellationToken)
        {
            var named = decision.Named.Select(item => item.InitiativeId).ToList();
            var initiatives = await db.For(actor.Value).ReceivedInitiatives.Where(item => named.Contains(item.Id) && item.Status == InitiativeStatus.NotRecognised).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            if (initiatives.Count != named.Count) return Result.Fail("", "Có sáng kiến trong quyết định đã được công nhận hoặc không còn ở kết quả đã công bố.");
            foreach (var initiative in initiatives)
            {
                var moved = initiative.Recognise(now);
                if (!moved.Ok) return moved;
                db.Record(actor.Value, JournalActions.Recognised, initiative, About(decision));
                foreach (var person in await db.WritersAsync(initiative, cancellationToken))
                    outbox.Add(new Mail(person.Email, $"Sáng kiến được công nhận bổ sung: {initiative.Title}", [$"{About(decision)} công nhận bổ sung sáng kiến “{initiative.Title}”."], "Xem kết quả", $"/ket-qua/{initiative.Id}"), $"cong-nhan-bo-sung:{decision.Id}:{initiative.Id}:{person.PersonId}");
            }

            return Result.Success;
        }

        /// <summary>One certificate job for each initiative named, in order of rank; they run after the save.</summary>
        private async Task<Result> Award(Decision decision, CancellationToken cancellationToken)
        {
            var named = decision.Named.Select(item => item.InitiativeId).ToList();
            var initiatives = await db.For(actor.Value).PublishedInitiatives.Where(item => named.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
            if (initiatives.Count != named.Count) return Result.Fail("", "Có sáng kiến trong quyết định không còn được công nhận.");
            foreach (var id in named)
            {
                jobs.Enqueue(new IssueCertificate(decision.Id, id), $"certificate-{decision.Id}-{id}");
                db.Record(actor.Value, JournalActions.MeritAwarded, initiatives[id], About(decision));
            }

            return Result.Success;
        }

        private static string About(Decision decision) => $"Quyết định số {decision.Number} ngày {VietnamTime.Short(decision.Form.Date!.Value)}";
    }
}
