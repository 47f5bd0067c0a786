using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>Writes what was found on items of the checklist: one while the appraiser works through it, or all of the form.</summary>
public static class SaveChecklist
{
    public sealed record Item
    {
        [StringLength(40, ErrorMessage = "Mục không có trong bảng kiểm.")]
        public string Code { get; init; } = "";

        /// <summary>Null: not answered yet.</summary>
        public ChecklistAnswer? Answer { get; init; }

        [StringLength(1000, ErrorMessage = "Ghi chú dài tối đa 1.000 ký tự.")]
        public string Note { get; init; } = "";

        /// <summary>Version of the entry that the form showed; 0: none.</summary>
        public int Version { get; init; }
    }

    public sealed record Command : IRequest<Result<Saved>>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        [MaxLength(50, ErrorMessage = "Bảng kiểm không có nhiều mục như vậy.")]
        public List<Item> Items { get; init; } = [];

        /// <summary>dat-het: what is still open is met.</summary>
        [StringLength(20, ErrorMessage = "Không rõ nút đã bấm.")]
        public string Op { get; init; } = "";
    }

    /// <param name="Versions">By code: the versions as they are now.</param>
    /// <param name="Open">Items that nobody has answered.</param>
    public sealed record Saved(IReadOnlyDictionary<string, int> Versions, int Open, DateTime At);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleOrNotFound(item => item.Id == initiative.CycleId, cancellationToken);
            var entries = await doors.ChecklistEntries.Where(entry => entry.InitiativeId == request.Id).ToDictionaryAsync(entry => entry.Code, cancellationToken);
            var (problems, changed, now) = (new List<Problem>(), new List<ChecklistEntry>(), clock.GetUtcNow().UtcDateTime);
            // Of an item that came twice the last word counts.
            foreach (var (given, at) in request.Items.Select((item, at) => (item, $"Items[{at}].Note")).GroupBy(pair => pair.item.Code, StringComparer.Ordinal).Select(same => same.Last()))
            {
                if (Checklist.Of(cycle.Settings).FirstOrDefault(one => one.Code == given.Code) is not { } item) return Result.Fail("", "Mục không có trong bảng kiểm.");
                if ((given.Answer ?? (request.Op == "dat-het" ? ChecklistAnswer.Met : null)) is not { } answer) continue;
                var entry = entries.GetValueOrDefault(given.Code);
                if (entry is not null && entry.Answer == answer && entry.Note == Domain.Text.VietnameseText.Normalize(given.Note)) continue;
                if (given.Version != (entry?.Version ?? 0))
                {
                    problems.Add(new(at, $"{entry?.PersonName} vừa ghi mục “{item.Title}” là {Checklist.Name(entry?.Answer ?? answer).ToLowerInvariant()}. Xem lại rồi ghi."));
                    continue;
                }

                var put = Put(initiative, item, entry, answer, given.Note, now, changed);
                problems.AddRange(put.Problems.Select(problem => problem with { Field = problem.Field.Length == 0 ? "" : at }));
            }

            if (problems.Count > 0) return Result.Fail(problems.DistinctBy(problem => problem.Message));
            foreach (var entry in changed) entries[entry.Code] = entry;
            if (changed.Count > 0) db.Record(actor.Value, JournalActions.ChecklistSaved, initiative, string.Join(", ", changed.Select(entry => $"{entry.Code} {Checklist.Name(entry.Answer).ToLowerInvariant()}")));
            await db.SaveChangesAsync(cancellationToken);
            return new Saved(entries.ToDictionary(pair => pair.Key, pair => pair.Value.Version), Checklist.Open(cycle.Settings, entries.Keys).Count, now);
        }

        private Result Put(Initiative initiative, ChecklistItem item, ChecklistEntry? entry, ChecklistAnswer answer, string note, DateTime now, List<ChecklistEntry> changed)
        {
            if (entry is not null)
            {
                var put = entry.Put(initiative, item, answer, note, actor.Value, now);
                if (put.Ok) changed.Add(entry);
                return put;
            }

            var made = ChecklistEntry.Write(initiative, item, answer, note, actor.Value, now);
            if (!made.Ok) return made;
            db.Add(made.Value);
            changed.Add(made.Value);
            return made;
        }
    }
}
