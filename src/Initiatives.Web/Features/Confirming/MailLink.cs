using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>
/// Mails an author his link. The token is made only now and goes straight into the letter: it stands in no row, not even in
/// one of a mail that is to be sent. When the letter could not leave, the next try makes another token.
/// </summary>
public static class MailLink
{
    public sealed class Handler(AppDb db, IRequestHandler<SendMail, Result> post) : IRequestHandler<MailAuthorLink, Result>
    {
        public async Task<Result> Handle(MailAuthorLink request, CancellationToken cancellationToken)
        {
            var asker = await db.People.AsNoTracking().SingleAsync(person => person.Id == request.AskedById, cancellationToken);
            var scope = db.For(asker.AsActor());
            var row = await scope.AuthorConfirmations.SingleOrDefaultAsync(item => item.InitiativeId == request.InitiativeId && item.Key == request.Key, cancellationToken);
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.InitiativeId, cancellationToken);
            if (row is null || row.MailedTo.Length == 0 || row.Answer == AuthorAnswer.Confirmed || initiative?.Status != InitiativeStatus.Draft) return Result.Success;
            if (!AuthorStatement.Of(initiative.Content().Authors).Any(statement => statement.Key == row.Key)) return Result.Success;
            var unit = await db.Units.Where(item => item.Id == initiative.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
            var token = LinkTokens.Make();
            var hash = LinkTokens.DigestOf(token);
            row.HandOut(hash);
            await db.SaveChangesAsync(cancellationToken);
            return await post.Handle(new SendMail(Letter(row, initiative.Title, asker.Name, unit, token), $"tac-gia:{hash}"), cancellationToken);
        }

        private static Mail Letter(AuthorConfirmation row, string title, string asker, string unit, string token) => new(
            row.MailedTo,
            $"Xác nhận phần đóng góp của bạn trong sáng kiến “{title}”",
            [
                $"{asker} ({unit}) soạn hồ sơ sáng kiến “{title}” và ghi bạn là tác giả: {row.Name}, {row.Post}, {row.Workplace}, đóng góp {VietnameseNumber.Format(row.Share)}%.",
                $"Mở liên kết dưới đây để xem và xác nhận, hoặc báo chỗ chưa đúng. Không cần tài khoản. Liên kết dùng một lần, đến {VietnamTime.Deadline(row.LinkExpiresAt!.Value)}.",
                "Hồ sơ chỉ được trình thủ trưởng đơn vị khi mọi tác giả đã xác nhận. Nếu bạn không liên quan, bấm “Không đúng” và ghi rõ.",
            ],
            "Xem và xác nhận", $"/xac-nhan/{LinkToken.Show(token)}");
    }
}
