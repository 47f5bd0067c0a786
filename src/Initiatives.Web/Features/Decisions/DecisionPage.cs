using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>One decision: its form, what is still missing, whom it names, its document.</summary>
public static class DecisionPage
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View
    {
        public required int Id { get; init; }
        public required int Year { get; init; }
        public required DecisionKind Kind { get; init; }
        public required DecisionStatus Status { get; init; }
        public required int Version { get; init; }
        public required string Number { get; init; }
        public required DecisionForm Form { get; init; }
        public required IReadOnlyList<Check> Checks { get; init; }
        public required IReadOnlyList<Row> Named { get; init; }
        public required IReadOnlyList<Row> Skipped { get; init; }
        public required IReadOnlyList<JournalEntry> Story { get; init; }
        public required string Opinion { get; init; }
        public required string OpinionBy { get; init; }
        public required DateTime? OpinionAt { get; init; }
        public required string? FileSha256 { get; init; }
        public required DateTime? SignedAt { get; init; }
        public required string SignedBy { get; init; }
        public required DateTime? PublishedAt { get; init; }

        /// <summary>Prints of certificates that lie in the store, by initiative.</summary>
        public required IReadOnlyList<Print> Prints { get; init; }
        public required bool MayDraft { get; init; }

        /// <summary>Why somebody who drafts decisions does not prepare this one; empty where nothing bars him.</summary>
        public required string Barred { get; init; }
        public required bool MayPublish { get; init; }
        public required bool MayOpine { get; init; }
        public required bool MaySign { get; init; }

        public bool IsMerit => Kind == DecisionKind.Merit;
        public bool IsSupplement => Kind == DecisionKind.Supplement;
        public bool IsDraft => Status == DecisionStatus.Drafting;
    }

    /// <summary>A line of the checklist. <paramref name="Field"/> names the field that puts it right.</summary>
    public sealed record Check(string Field, string Text, bool Ok)
    {
        /// <summary>Page on which it is put right; empty: this one.</summary>
        public string Path { get; init; } = "";
    }

    public sealed record Row(int InitiativeId, int Order, int Rank, string Title, string UnitName, string Authors, string SkipReason, string Ground);

    public sealed record Print(int InitiativeId, int RegisterNumber, string LookupCode);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (who, seen) = (actor.Value, db.For(actor.Value));
            var decision = await seen.Decisions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var titles = await (from initiative in seen.DecidedInitiatives.AsNoTracking()
                                join unit in db.Units on initiative.UnitId equals unit.Id
                                select new { initiative.Id, initiative.Title, unit.ShortName, Authors = initiative.Authors.OrderBy(author => author.Order).Select(author => author.Name).ToList() })
                .ToDictionaryAsync(item => item.Id, cancellationToken);
            var rows = decision.Items.OrderBy(item => item.Order).Where(item => titles.ContainsKey(item.InitiativeId)).Select(item => titles[item.InitiativeId] is var found
                ? new Row(item.InitiativeId, item.Order, item.Rank, found.Title, found.ShortName, string.Join(", ", found.Authors), item.SkipReason, item.Ground) : null!).ToList();
            var prints = await db.Certificates.Where(item => item.DecisionId == decision.Id && item.FileSha256 != "")
                .OrderBy(item => item.RegisterNumber).Select(item => new Print(item.InitiativeId, item.RegisterNumber, item.LookupCode)).ToListAsync(cancellationToken);
            var drafts = who.Has(Permission.DraftDecision);
            var may = drafts && decision.Status < DecisionStatus.Signed ? await Preparing.CheckAsync(db, who, decision, cancellationToken) : Result.Success;
            return new View
            {
                Id = decision.Id,
                Year = decision.Year,
                Kind = decision.Kind,
                Status = decision.Status,
                Version = decision.Version,
                Number = decision.Number,
                Form = decision.Form,
                Checks = decision.Status == DecisionStatus.Drafting ? await Checklist(decision, cancellationToken) : [],
                Named = [.. rows.Where(row => row.SkipReason.Length == 0)],
                Skipped = [.. rows.Where(row => row.SkipReason.Length > 0)],
                Story = await seen.TimelineAsync<Decision>(decision.Id, Audience.Council, cancellationToken),
                Opinion = decision.Opinion,
                OpinionBy = decision.OpinionBy,
                OpinionAt = decision.OpinionAt,
                FileSha256 = decision.FileSha256,
                SignedAt = decision.SignedAt,
                SignedBy = decision.SignedBy,
                PublishedAt = decision.PublishedAt,
                Prints = prints,
                MayDraft = drafts && may.Ok,
                Barred = may.Ok ? "" : may.Problems[0].Message,
                MayPublish = drafts && decision.Status == DecisionStatus.Signed,
                MayOpine = who.Has(Permission.GiveMeritOpinion),
                MaySign = who.Has(Permission.SignDecision),
            };
        }

        /// <summary>Every condition with its state: what <see cref="Decision.Missing"/> asks, and two facts it rests on.</summary>
        private async Task<IReadOnlyList<Check>> Checklist(Decision decision, CancellationToken cancellationToken)
        {
            var today = VietnamTime.Today(clock.GetUtcNow().UtcDateTime);
            var missing = decision.Missing(today).ToDictionary(problem => problem.Field, problem => problem.Message);
            Check Of(string field, string fine) => missing.TryGetValue(field, out var message) ? new Check(field, message, false) : new Check(field, fine, true);
            var bases = await DecisionPaper.BasesAsync(db, decision, today, cancellationToken);
            var form = decision.Form;
            List<Check> checks =
            [
                Of("", decision.Kind switch
                {
                    DecisionKind.Merit => $"Đề xuất {decision.Named.Count()} sáng kiến, không quá số suất",
                    DecisionKind.Recognition => $"{decision.Named.Count()} sáng kiến được Hội đồng đề nghị công nhận",
                    _ => $"{decision.Named.Count()} sáng kiến chấm lại đạt mọi ngưỡng điểm",
                }),
                bases.Count > 0 ? new Check("", $"{bases.Count} căn cứ pháp lý còn hiệu lực đến ngày ký", true) : new Check("", "Không có căn cứ pháp lý nào còn hiệu lực đến ngày ký.", false),
                Of(nameof(form.Number), $"Số {decision.Number}"),
                Of(nameof(form.Date), form.Date is { } date ? $"Ngày ký {VietnamTime.Short(date)}" : ""),
                Of(nameof(form.SignerName), $"Người ký: {form.SignerName}"),
                Of(nameof(form.ProposalNumber), $"Tờ trình số {form.ProposalNumber}"),
                Of(nameof(form.ProposalDate), form.ProposalDate is { } proposed ? $"Tờ trình ngày {VietnamTime.Short(proposed)}" : ""),
            ];
            var settings = (await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == decision.CycleId, cancellationToken)).Settings;
            if (decision.Kind == DecisionKind.Recognition && settings.PostingWorkingDays > 0 && actor.Value.Has(Permission.ManagePosting))
            {
                var posted = await PostedFirst.CheckAsync(db, actor.Value, decision, clock.GetUtcNow().UtcDateTime, cancellationToken);
                checks.Add(new Check("", posted.Ok ? "Đã niêm yết đủ ngày, góp ý đã trả lời" : posted.Problems[0].Message, posted.Ok) { Path = $"/lay-y-kien/{decision.Year}/gop-y" });
            }

            if (decision.Kind == DecisionKind.Merit) checks.Add(Of(nameof(decision.Opinion), "Đã có ý kiến của Sở Nội vụ"));
            return checks;
        }
    }
}
