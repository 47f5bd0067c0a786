using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>One mail for each dossier of a published cycle: to its principal author, or to its unit's officers where he has no account. No number stands in it.</summary>
public sealed class MailResults(AppDb db, Outbox outbox) : IRequestHandler<SendResults, Result>
{
    public async Task<Result> Handle(SendResults request, CancellationToken cancellationToken)
    {
        var year = await db.Cycles.Where(item => item.Id == request.CycleId).Select(item => item.Year).SingleAsync(cancellationToken);
        var dossiers = await db.Initiatives.AsNoTracking().Where(AfterwardsAccess.IsOut()).Where(item => item.CycleId == request.CycleId).OrderBy(item => item.Id)
            .Select(item => new { item.Id, item.Title, item.UnitId, item.Status, Principal = item.Authors.OrderBy(author => author.Order).Select(author => author.PersonId).FirstOrDefault() }).ToListAsync(cancellationToken);
        foreach (var dossier in dossiers)
        {
            var readers = dossier.Principal is { } author ? await db.RecipientsAsync(author, cancellationToken) : [];
            if (readers.Count == 0) readers = await db.RecipientsAsync(dossier.UnitId, Role.UnitOfficer, cancellationToken);
            var outcome = dossier.Status == InitiativeStatus.NotRecognised ? "không được công nhận trong kỳ này" : "được công nhận";
            foreach (var reader in readers)
            {
                outbox.Add(new Mail.Mail(reader.Email, $"Kết quả xét sáng kiến năm {year}: {dossier.Title}",
                    [$"Quyết định công nhận sáng kiến cải cách hành chính năm {year} đã được công bố. Sáng kiến “{dossier.Title}” {outcome}.", "Điểm trung bình, lý do và nhận xét theo từng tiêu chí, cùng việc có thể làm tiếp, ở trang kết quả."],
                    "Xem kết quả", $"/ket-qua/{dossier.Id}"), $"ket-qua:{dossier.Id}:{reader.PersonId}");
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
