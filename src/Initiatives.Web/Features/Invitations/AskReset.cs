using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Invitations;

/// <summary>
/// "Quên mật khẩu". Whether the address has an account is neither answered nor looked up while somebody waits for the
/// answer: the same job is put down for every address, and looks later.
/// </summary>
public static class AskReset
{
    /// <summary>Letters to one address, whoever asks; further ones are silently not written.</summary>
    private const int MostForAddress = 3;

    /// <summary>Askings from one place; a whole office may stand behind it.</summary>
    private const int MostFromPlace = 20;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public sealed record Query : IRequest<View>;

    /// <param name="HasMail">Letters can be sent at all.</param>
    public sealed record View(bool HasMail, string Email = "", bool IsAsked = false);

    public sealed record Command : IRequest<Result>
    {
        [Required(ErrorMessage = "Nhập thư điện tử bạn dùng để đăng nhập."), StringLength(200, ErrorMessage = "Thư điện tử dài tối đa 200 ký tự.")]
        public string Email { get; init; } = "";

        /// <summary>Where the request comes from; set by the server.</summary>
        [StringLength(100)]
        public string Place { get; init; } = "";
    }

    public sealed class Page(Outbox outbox) : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(new View(outbox.IsOn));
    }

    public sealed class Handler(AppDb db, Outbox outbox, JobQueue jobs, Attempts attempts) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!attempts.Allow($"quen-mat-khau:noi:{request.Place}", MostFromPlace, Window))
                return Result.Fail("", "Từ mạng này đã có quá nhiều yêu cầu trong một giờ. Thử lại sau, hoặc nhờ quản trị in phiếu đặt lại mật khẩu.");
            var email = request.Email.Trim().ToUpperInvariant();
            if (!attempts.Allow($"quen-mat-khau:thu:{email}", MostForAddress, Window) || !outbox.IsOn) return Result.Success;
            jobs.Enqueue(new StartReset(email), $"quen-mat-khau:{Guid.NewGuid():N}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }

    /// <summary>The job: only here is it seen whether there is an account. Earlier links stay: a stranger who asks voids nobody's slip.</summary>
    public sealed class Start(AppDb db, JobQueue jobs, TimeProvider clock) : IRequestHandler<StartReset, Result>
    {
        public async Task<Result> Handle(StartReset request, CancellationToken cancellationToken)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(item => item.NormalizedEmail == request.Email, cancellationToken);
            if (account is null || account.IsClosed) return Result.Success;
            var person = await db.People.SingleAsync(item => item.Id == account.PersonId, cancellationToken);
            db.Add(AccountLink.Issue(LinkPurpose.Reset, person.Id, issuedById: 0, byMail: true, clock.GetUtcNow().UtcDateTime));
            db.Record(Actor.System, JournalActions.LinkIssued, person, "đặt lại mật khẩu, theo yêu cầu ở trang đăng nhập");
            jobs.Enqueue(new MailAccountLink(person.Id), $"lien-ket:{person.Id}:{Guid.NewGuid():N}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
