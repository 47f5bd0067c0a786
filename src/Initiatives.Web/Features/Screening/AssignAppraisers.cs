using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>Gives ticked dossiers to one appraiser, or shares them out among several: all of them, or none.</summary>
public static class AssignAppraisers
{
    public sealed record Command : IRequest<Result<string>>
    {
        /// <summary>The initiatives.</summary>
        [MaxLength(2000, ErrorMessage = "Chọn tối đa 2.000 hồ sơ một lần.")]
        public List<int> Ids { get; init; } = [];

        /// <summary>Persons; with more than one the dossiers are shared out evenly.</summary>
        public List<int> Appraisers { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<string>>
    {
        public async Task<Result<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Distinct().ToList();
            if (ids.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một hồ sơ để giao.");
            var people = (await QueueRows.AppraisersAsync(db, cancellationToken)).Where(person => request.Appraisers.Contains(person.Id)).ToList();
            if (people.Count == 0) return Result.Fail(nameof(request.Appraisers), "Chọn người thẩm định để giao.");
            var doors = db.For(actor.Value);
            var initiatives = await doors.ReceivedInitiatives.Where(item => ids.Contains(item.Id)).OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id).ToListAsync(cancellationToken);
            if (initiatives.Count < ids.Count) throw new RowNotFoundException(nameof(Initiative));
            var holds = await HoldsAsync(doors, ids, cancellationToken);
            var given = await doors.ScreeningAssignments.Where(item => ids.Contains(item.InitiativeId)).ToDictionaryAsync(item => item.InitiativeId, cancellationToken);

            var plan = AppraiserSpread.Plan(initiatives, [.. people.Select(person => (person.AsActor(), holds.GetValueOrDefault(person.Id)))]);
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var (initiative, appraiser) in plan)
            {
                var result = Give(initiative, appraiser ?? people[0].AsActor(), given.GetValueOrDefault(initiative.Id), now);
                if (!result.Ok) return Result.Fail(nameof(request.Ids), $"Hồ sơ số {initiative.RegisterNumber} “{initiative.Title}”: {result.Problems[0].Message} Chưa hồ sơ nào được giao.");
                db.Record(actor.Value, JournalActions.ScreeningAssigned, initiative, appraiser!.Name);
            }

            await db.SaveChangesAsync(cancellationToken);
            return string.Join(", ", plan.GroupBy(item => item.Appraiser!.PersonId).Select(group => $"{group.First().Appraiser!.Name} {group.Count()} hồ sơ"));
        }

        private Result Give(Initiative initiative, Actor appraiser, ScreeningAssignment? assignment, DateTime now)
        {
            if (assignment is not null) return assignment.GiveTo(initiative, appraiser, actor.Value, now);
            var made = ScreeningAssignment.Give(initiative, appraiser, actor.Value, now);
            if (made.Ok) db.Add(made.Value);
            return made;
        }

        /// <summary>How many open dossiers each holds beside those that are given now.</summary>
        private static async Task<Dictionary<int, int>> HoldsAsync(ScopedDb doors, List<int> ids, CancellationToken cancellationToken)
        {
            InitiativeStatus[] open = [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised];
            return await (from item in doors.ScreeningAssignments
                          join initiative in doors.ReceivedInitiatives on item.InitiativeId equals initiative.Id
                          where open.Contains(initiative.Status) && !ids.Contains(item.InitiativeId)
                          group item by item.AppraiserId into same
                          select new { same.Key, Count = same.Count() }).ToDictionaryAsync(item => item.Key, item => item.Count, cancellationToken);
        }
    }
}
