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
    public sealed record Command : FiledWords
    {
        /// <summary>The dossier.</summary>
        public int HoSo { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, FileIntake intake, Outbox outbox) : IRequestHandler<Command, Result<int>>
    {
        /// <summary>Answers its id.</summary>
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.HoSo, cancellationToken);
            var key = request.Key;
            var made = await doors.OwnRemonstrances.Where(item => item.FormKey == key).Select(item => item.Id).SingleOrDefaultAsync(cancellationToken);
            if (made != 0) return made;
            var settings = await db.Cycles.AsNoTracking().Where(item => item.Id == initiative.CycleId).Select(item => item.Settings).SingleOrDefaultAsync(cancellationToken) ?? new();
            var written = Remonstrance.Write(initiative, settings, key, request.Words, actor.Value, arrival.At);
            if (!written.Ok) return Result.Fail(written.Problems);
            var entered = await Filing.EnterAsync(db, intake, written.Value, request.Files, cancellationToken);
            if (!entered.Ok) return Result.Fail(entered.Problems);
            db.Record(actor.Value, JournalActions.RemonstranceReceived, initiative, $"Gửi trực tuyến{(written.Value.IsLate ? ", sau thời hạn" : "")}; trả lời trước {VietnamTime.Deadline(written.Value.DueAt)}");
            foreach (var clerk in await db.RecipientsAsync(await DepartmentAsync(cancellationToken), Role.IntakeOfficer | Role.DepartmentLead, cancellationToken))
                outbox.Add(new Mail(clerk.Email, $"Có kiến nghị về sáng kiến “{initiative.Title}”", [$"{written.Value.WriterName} gửi kiến nghị. Trả lời bằng văn bản trước {VietnamTime.Deadline(written.Value.DueAt)}."], "Mở sổ kiến nghị", "/kien-nghi"), $"kien-nghi:{key}:{clerk.PersonId}");
            await db.SaveChangesAsync(cancellationToken);
            return written.Value.Id;
        }

        private Task<int> DepartmentAsync(CancellationToken cancellationToken) => db.Units.Where(unit => unit.Code == "SKHCN").Select(unit => unit.Id).SingleOrDefaultAsync(cancellationToken);
    }
}
