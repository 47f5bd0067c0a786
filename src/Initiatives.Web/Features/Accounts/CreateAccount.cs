using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Makes a person and the account to sign in with.</summary>
public static class CreateAccount
{
    public sealed record Command : IRequest<Result<int>>
    {
        [Required(ErrorMessage = "Nhập họ và tên."), StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string Name { get; init; } = "";

        [Required(ErrorMessage = "Nhập thư điện tử."), StringLength(200, ErrorMessage = "Thư điện tử dài tối đa 200 ký tự."), EmailAddress(ErrorMessage = "Thư điện tử không đúng dạng, ví dụ ten@donvi.haiphong.gov.vn.")]
        public string Email { get; init; } = "";

        public int UnitId { get; init; }

        [StringLength(200, ErrorMessage = "Chức vụ dài tối đa 200 ký tự.")]
        public string Post { get; init; } = "";

        public IReadOnlyList<Role> Roles { get; init; } = [];

        public SigningCapacity Capacity { get; init; }

        /// <summary>Empty: he chooses one himself, by an invitation.</summary>
        [StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
        public string Password { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, UserManager<Account> users) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.Units.AnyAsync(unit => unit.Id == request.UnitId, cancellationToken)) return Result.Fail(nameof(request.UnitId), "Chọn đơn vị.");
            if (await users.FindByEmailAsync(request.Email) is not null) return Result.Fail(nameof(request.Email), "Thư điện tử này đã có tài khoản.");
            var person = Person.Create(request.Name, request.UnitId, request.Post, request.Roles.Aggregate(Role.None, (all, role) => all | role), request.Capacity);
            if (!person.Ok) return Result.Fail(person.Problems);
            if (!EmailText.IsGood(request.Email)) return Result.Fail(nameof(request.Email), EmailText.Refusal);
            if (request.Password.Length > 0 && PasswordRules.Refusal(request.Password, person.Value.Name, request.Email) is { } refusal) return Result.Fail(nameof(request.Password), refusal);

            // Person and account in one save: a crash between two would leave somebody who cannot sign in.
            var account = db.AddAccount(person.Value, request.Email);
            if (request.Password.Length > 0) account.PasswordHash = users.PasswordHasher.HashPassword(account, request.Password);
            db.Record(actor.Value, JournalActions.AccountCreated, person.Value, request.Email);
            await db.SaveChangesAsync(cancellationToken);
            return person.Value.Id;
        }
    }
}
