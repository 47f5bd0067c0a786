using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>Tells whoever asked that a line was called wrong.</summary>
internal static class DenialMail
{
    public static async Task AddAsync(AppDb db, Outbox outbox, AuthorConfirmation row, Initiative initiative, CancellationToken cancellationToken)
    {
        var reader = row.AskedById ?? initiative.CreatedById;
        var email = await db.Users.Where(account => account.PersonId == reader).Select(account => account.Email).FirstOrDefaultAsync(cancellationToken);
        outbox.Add(new Mail(email ?? "", $"{row.Name} báo thông tin trong hồ sơ chưa đúng",
            [
                $"{row.Name} không xác nhận dòng của mình trong hồ sơ “{initiative.Title}”, với lý do: “{row.Reason}”.",
                "Sửa dòng đó ở mục 2 của hồ sơ rồi hỏi lại; hồ sơ chưa trình được thủ trưởng khi còn người báo sai.",
            ], "Mở trang xác nhận", $"/sang-kien/{initiative.Id}/xac-nhan"), $"bao-sai:{row.Id}:{row.Version}");
    }
}
