using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

public static class SignIn
{
    public sealed record Command : IRequest<Result>
    {
        [Required(ErrorMessage = "Nhập thư điện tử.")]
        public string Email { get; init; } = "";

        [Required(ErrorMessage = "Nhập mật khẩu.")]
        public string Password { get; init; } = "";

        /// <summary>Local address to go on to.</summary>
        public string? Tiep { get; init; }
    }

    /// <summary>The page: the form, and in Development the demo accounts.</summary>
    public sealed record View(Command Form, IReadOnlyList<DemoCard> Demo);

    /// <summary>A demo account as a button.</summary>
    public sealed record DemoCard(string Label, string Name, string UnitName, string Email);

    public sealed class Handler(SignInManager<Account> signIn, AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await signIn.UserManager.FindByEmailAsync(request.Email.Trim());
            var result = account is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(account, request.Password, isPersistent: false, lockoutOnFailure: true);
            if (result.IsLockedOut) return Result.Fail("", "Nhập sai quá nhiều lần. Thử lại sau 10 phút, hoặc nhờ quản trị đơn vị đặt lại mật khẩu.");
            if (!result.Succeeded) return Result.Fail(nameof(request.Password), "Thư điện tử hoặc mật khẩu không đúng.");
            var person = await db.People.SingleAsync(item => item.Id == account!.PersonId, cancellationToken);
            db.Record(person.AsActor(), JournalActions.SignedIn, person);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
