using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Saves what is written of a dossier, complete or not. The same new form posted twice makes one draft.</summary>
public static class SaveDraft
{
    public sealed record Command : IRequest<Result<Saved>>
    {
        /// <summary>0: a new draft.</summary>
        public int Id { get; init; }

        /// <summary>Names the new form, so that posting it again finds its draft.</summary>
        public Guid FormKey { get; init; }
        public int Version { get; init; }

        /// <summary>Names the window in which it was typed; empty without script. See <see cref="SaveMark"/>.</summary>
        public Guid Tab { get; init; }

        /// <summary>Grows with every change typed in that window.</summary>
        public int Sequence { get; init; }

        [StringLength(300, ErrorMessage = "Tên sáng kiến dài tối đa 300 ký tự.")]
        public string Title { get; init; } = "";
        public SolutionType? SolutionType { get; init; }

        [StringLength(20, ErrorMessage = "Chọn lĩnh vực trong danh sách.")]
        public string? FieldCode { get; init; }

        [EachAtMost(20, ErrorMessage = "Chọn chỉ số trong danh sách.")]
        public List<string> Indices { get; init; } = [];
        public DateOnly? FirstAppliedOn { get; init; }

        [StringLength(1000, ErrorMessage = "Tóm tắt dài tối đa 1.000 ký tự.")]
        public string Summary { get; init; } = "";

        [StringLength(30_000, ErrorMessage = "Phần này dài tối đa 30.000 ký tự.")]
        public string PriorSituation { get; init; } = "";

        /// <summary>HTML, or plain text from a browser without script.</summary>
        [StringLength(300_000, ErrorMessage = "Nội dung giải pháp quá dài. Đưa phần chi tiết vào tệp kèm theo.")]
        public string Solution { get; init; } = "";

        [StringLength(30_000, ErrorMessage = "Phần này dài tối đa 30.000 ký tự.")]
        public string Novelty { get; init; } = "";

        [StringLength(30_000, ErrorMessage = "Phần này dài tối đa 30.000 ký tự.")]
        public string Scope { get; init; } = "";

        [StringLength(30_000, ErrorMessage = "Phần này dài tối đa 30.000 ký tự.")]
        public string ReplicationConditions { get; init; } = "";

        [StringLength(30_000, ErrorMessage = "Phần này dài tối đa 30.000 ký tự.")]
        public string Confidential { get; init; } = "";

        [MaxLength(50, ErrorMessage = "Một sáng kiến có tối đa 50 tác giả.")]
        public List<AuthorInput> Authors { get; init; } = [];

        [MaxLength(200, ErrorMessage = "Danh sách tối đa 200 người tham gia.")]
        public List<ParticipantInput> Participants { get; init; } = [];

        [MaxLength(50, ErrorMessage = "Ghi tối đa 50 chỉ tiêu.")]
        public List<EffectInput> Effects { get; init; } = [];
    }

    public sealed record Saved(int Id, int Version)
    {
        public DateTime SavedAt { get; init; }

        /// <summary>The content as it is stored.</summary>
        public DraftContent Content { get; init; } = new();

        internal static Saved Of(Initiative initiative, DraftContent content) => new(initiative.Id, initiative.Version) { SavedAt = initiative.SavedAt, Content = content };
    }

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner, TimeProvider clock) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var key = request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey;
            var written = await FindAsync(request.Id, key, cancellationToken);
            var before = written?.Content();
            var draft = DraftInput.Read(request, cleaner, await db.LinkedPeopleAsync(request, written, actor.Value, cancellationToken), before?.Solution);
            if (await RefusedCodeAsync(draft.Content, cancellationToken) is { } refused) return refused;
            if (written is null || before is null) return await StartAsync(request, key, draft, now, cancellationToken);
            if (written.Status == InitiativeStatus.Draft && DraftPart.Different(before, draft.Content).Count == 0) return Saved.Of(written, before);

            var mark = new SaveMark(request.Tab, request.Sequence);
            var version = request.Version != written.Version && await IsStillHisAsync(written.Id, request.Version, mark, cancellationToken) ? written.Version : request.Version;
            var revised = written.Revise(draft.Content, version, actor.Value, now, mark);
            if (!revised.Ok) return Result.Fail(draft.AsTyped(revised.Problems));
            db.Record(actor.Value, JournalActions.DraftSaved, written, $"Bản {written.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return Saved.Of(written, draft.Content);
        }

        /// <summary>The draft that is meant: by its id, or the one that this very form has made already.</summary>
        private async Task<Initiative?> FindAsync(int id, Guid key, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnInitiatives;
            return id == 0
                ? await db.WholeAsync(own.Where(item => item.FormKey == key && item.CreatedById == actor.Value.PersonId), cancellationToken)
                : await db.WholeOrNotFound(own.Where(item => item.Id == id), cancellationToken);
        }

        /// <summary>
        /// An older version is no conflict when nobody wrote since: the text is the same (only its state moved), or the later
        /// save came from this very window, whose answer was lost on the way.
        /// </summary>
        private async Task<bool> IsStillHisAsync(int id, int version, SaveMark mark, CancellationToken cancellationToken)
        {
            var last = await db.For(actor.Value).OwnVersions.Where(item => item.InitiativeId == id).OrderByDescending(item => item.Version)
                .Select(item => new { item.Version, item.SavedById, item.Tab, item.Sequence }).FirstOrDefaultAsync(cancellationToken);
            return last is not null && (last.Version <= version
                || (last.SavedById == actor.Value.PersonId && mark.Continues(new SaveMark(last.Tab, last.Sequence))));
        }

        private async Task<Result<Saved>> StartAsync(Command request, Guid key, DraftInput draft, DateTime now, CancellationToken cancellationToken)
        {
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == actor.Value.UnitId, cancellationToken);
            if (!unit.MaySubmit) return Result.Fail("", $"{unit.Name} nhận hồ sơ chứ không nộp hồ sơ sáng kiến.");
            var started = Initiative.Start(key, draft.Content, actor.Value, now, new SaveMark(request.Tab, request.Sequence));
            if (!started.Ok) return Result.Fail(draft.AsTyped(started.Problems));
            db.Add(started.Value);
            db.Record(actor.Value, JournalActions.DraftStarted, started.Value);
            await db.SaveChangesAsync(cancellationToken);
            return Saved.Of(started.Value, draft.Content);
        }

        /// <summary>Codes come from lists; one that is not there was not chosen on the form. A list may have been loaded by another process meanwhile.</summary>
        private async Task<Failure?> RefusedCodeAsync(DraftContent content, CancellationToken cancellationToken)
        {
            if (content.SolutionType is { } type && !Enum.IsDefined(type)) return Result.Fail(nameof(Command.SolutionType), "Chọn loại giải pháp trong danh sách.");
            if ((await db.ReferenceAsync(cancellationToken)).UnknownPart(content) is null) return null;
            return (await db.FreshReferenceAsync(cancellationToken)).UnknownPart(content) is { } part
                ? Result.Fail(part, part == nameof(Command.FieldCode) ? "Chọn lĩnh vực trong danh sách." : "Chọn chỉ số trong danh sách.")
                : null;
        }
    }
}
