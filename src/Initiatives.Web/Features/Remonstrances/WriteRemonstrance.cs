using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>An author, the unit's officer or its head remonstrates against how a dossier ended. Late or not, it gets its number.</summary>
public static class WriteRemonstrance
{
    public sealed record Command : IRequest<Result<int>>
    {
        /// <summary>The dossier.</summary>
        public int HoSo { get; init; }

        /// <summary>Names the form: sent twice it is one remonstrance.</summary>
        public Guid FormKey { get; init; }

        [StringLength(Remonstrance.LongestText, ErrorMessage = "Nội dung dài tối đa 10.000 ký tự.")]
        public string Content { get; init; } = "";

        [StringLength(Remonstrance.LongestText, ErrorMessage = "Đề nghị dài tối đa 10.000 ký tự.")]
        public string Asks { get; init; } = "";

        public IReadOnlyList<UploadedFile> Files { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, FileIntake intake, Outbox outbox) : IRequestHandler<Command, Result<int>>
    {
        /// <summary>Answers its id.</summary>
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.HoSo, cancellationToken);
            var key = request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey;
            var made = await doors.OwnRemonstrances.Where(item => item.FormKey == key).Select(item => item.Id).SingleOrDefaultAsync(cancellationToken);
            if (made != 0) return made;
            var settings = await db.Cycles.AsNoTracking().Where(item => item.Id == initiative.CycleId).Select(item => item.Settings).SingleOrDefaultAsync(cancellationToken) ?? new();
            var written = Remonstrance.Write(initiative, settings, key, new RemonstranceContent(request.Content, request.Asks), actor.Value, arrival.At);
            if (!written.Ok) return Result.Fail(written.Problems);
            var attached = await SentFiles.AttachAsync(intake, written.Value, request.Files, cancellationToken);
            if (!attached.Ok) return Result.Fail(attached.Problems);
            db.Add(written.Value);
            db.TakeNumber(Remonstrance.CounterOf(written.Value.Year), written.Value.Register);
            db.Record(actor.Value, JournalActions.RemonstranceReceived, initiative, $"Gửi trực tuyến{(written.Value.IsLate ? ", sau thời hạn" : "")}; trả lời trước {VietnamTime.Deadline(written.Value.DueAt)}");
            foreach (var clerk in await db.RecipientsAsync(await DepartmentAsync(cancellationToken), Role.IntakeOfficer | Role.DepartmentLead, cancellationToken))
                outbox.Add(new Mail(clerk.Email, $"Có kiến nghị về sáng kiến “{initiative.Title}”", [$"{written.Value.WriterName} gửi kiến nghị. Trả lời bằng văn bản trước {VietnamTime.Deadline(written.Value.DueAt)}."], "Mở sổ kiến nghị", "/kien-nghi"), $"kien-nghi:{key}:{clerk.PersonId}");
            await db.SaveChangesAsync(cancellationToken);
            return written.Value.Id;
        }

        private Task<int> DepartmentAsync(CancellationToken cancellationToken) => db.Units.Where(unit => unit.Code == "SKHCN").Select(unit => unit.Id).SingleOrDefaultAsync(cancellationToken);
    }
}
