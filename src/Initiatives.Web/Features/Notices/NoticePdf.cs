using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Notices;

/// <summary>The receiver closes the content.</summary>
public sealed record NoticeFile(string FileName, Stream Content);

/// <summary>An issued notice or letter, the stored bytes: the Department's, and that of every unit whose dossier it names.</summary>
public static class NoticePdf
{
    /// <param name="Id">Of the notice, or 0.</param>
    /// <param name="InitiativeId">Its last notice on screening is meant, where <paramref name="Id"/> is 0.</param>
    public sealed record Query(int Id, int InitiativeId = 0) : IRequest<NoticeFile>;

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, NoticeFile>
    {
        public async Task<NoticeFile> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var notice = await Find(doors.OwnNotices, request).FirstOrDefaultAsync(cancellationToken)
                ?? await Find(doors.ReceivedNotices, request).FirstOrDefaultAsync(cancellationToken)
                ?? throw new RowNotFoundException(nameof(DepartmentNotice));
            return new NoticeFile($"{(notice.Series == DepartmentNotice.Notices ? "Thong-bao" : "Cong-van")}-{notice.Number}-{notice.Series}-{notice.Year}.pdf", store.Open(notice.FileSha256));
        }

        private static IQueryable<DepartmentNotice> Find(IQueryable<DepartmentNotice> notices, Query request) => notices.AsNoTracking()
            .Where(notice => request.Id != 0 ? notice.Id == request.Id : notice.Series == DepartmentNotice.Notices && notice.Items.Any(item => item.InitiativeId == request.InitiativeId))
            .OrderByDescending(notice => notice.Id);
    }
}

/// <summary>How the notice of an ineligible dossier will read, before it has number and signer.</summary>
public static class NoticeDraftPdf
{
    public sealed record Query(int InitiativeId) : IRequest<NoticeFile>;

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, NoticeFile>
    {
        public async Task<NoticeFile> Handle(Query request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.InitiativeId && item.Status == InitiativeStatus.Ineligible, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == initiative.UnitId, cancellationToken);
            return new NoticeFile($"Du-thao-thong-bao-{initiative.RegisterNumber}.pdf", new MemoryStream(NoticePaper.Ineligible(cycle, initiative, unit, new NoticeHead(null, null, "", SigningCapacity.Head), fonts)));
        }
    }
}
