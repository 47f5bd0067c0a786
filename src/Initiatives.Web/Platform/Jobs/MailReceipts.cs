using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>
/// One mail with the facts of the receipt to each: the unit's officers, the head who sent it, the authors who have
/// accounts; of what came on paper also to the unit's heads, who are asked to confirm what was entered.
/// </summary>
public sealed class MailReceipts(AppDb db, Outbox outbox) : IRequestHandler<SendReceipts, Result>
{
    public async Task<Result> Handle(SendReceipts request, CancellationToken cancellationToken)
    {
        var endorsement = await db.Endorsements.AsNoTracking().SingleAsync(item => item.Code == request.Code, cancellationToken);
        var initiative = await db.Initiatives.AsNoTracking().SingleAsync(item => item.Id == endorsement.InitiativeId, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == endorsement.CycleId, cancellationToken);
        var unit = await db.Units.Where(item => item.Id == initiative.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
        var number = RegisterCode.Of(cycle.Year, initiative.RegisterNumber!.Value);
        foreach (var address in await AddressesAsync(endorsement, initiative, cancellationToken))
            outbox.Add(new Mail.Mail(address, $"Giấy biên nhận {number}", [.. Words(endorsement, cycle, unit, number)], "Xem giấy biên nhận, tải bản PDF", $"/sang-kien/{initiative.Id}/bien-nhan"), $"bien-nhan:{endorsement.Code}:{address}");
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(Endorsement endorsement, Initiative initiative, CancellationToken cancellationToken)
    {
        var authors = initiative.Authors.Select(author => author.PersonId).OfType<int>().ToList();
        var roles = endorsement.Means == EndorsementMeans.OnPaper ? Role.UnitOfficer | Role.UnitHead : Role.UnitOfficer;
        var readers = await (from person in db.People
                             join account in db.Users on person.Id equals account.PersonId
                             where person.Id == endorsement.PersonId || authors.Contains(person.Id) || (person.UnitId == initiative.UnitId && (person.Roles & roles) != 0)
                             orderby person.Id
                             select account).AsNoTracking().ToListAsync(cancellationToken);
        return [.. readers.Where(account => !account.IsClosed).Select(account => account.Email ?? "").Where(address => address.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> Words(Endorsement endorsement, Cycle cycle, string unit, string number)
    {
        var title = endorsement.Sent!.Title;
        yield return $"Sở Khoa học và Công nghệ đã nhận hồ sơ “{title}” của {unit}, số tiếp nhận {number}, lúc {VietnamTime.WithTime(endorsement.At)}{(endorsement.ExtensionId is null ? ", trong hạn" : ", trong thời gian được gia hạn")}.";
        yield return $"{EndorsementMeansNames.Name(endorsement.Means)}. Hồ sơ có {endorsement.Sent.Files.Count} tệp; mã nội dung (SHA-256): {endorsement.Digest}.";
        yield return endorsement.Means == EndorsementMeans.OnPaper
            ? "Sở đã nhập thay đơn vị từ bản nhận được. Cán bộ đầu mối hoặc lãnh đạo đơn vị đọc lại và xác nhận, hoặc báo chỗ nhập chưa đúng."
            : "Không cần nộp lại bản giấy. Bạn chưa phải làm gì thêm.";
        yield return $"Sở kiểm tra hồ sơ chậm nhất ngày {VietnamTime.Short(AnswerDates.CheckDue(endorsement.At))}; quyết định công nhận được ký chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}.";
    }
}
