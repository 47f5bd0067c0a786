using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
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

        [Required(ErrorMessage = "Nhập mật khẩu."), StringLength(200, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
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
            var account = new Account { UserName = request.Email, Email = request.Email, EmailConfirmed = true, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
            foreach (var validator in users.UserValidators)
                if (!(await validator.ValidateAsync(users, account)).Succeeded)
                    return Result.Fail(nameof(request.Email), "Thư điện tử chỉ gồm chữ không dấu, số và các dấu . _ - + @.");
            foreach (var validator in users.PasswordValidators)
                if (!(await validator.ValidateAsync(users, account, request.Password)).Succeeded)
                    return Result.Fail(nameof(request.Password), "Mật khẩu cần ít nhất 10 ký tự, có chữ và số.");

            // Person and account in one save: a crash between two would leave somebody who cannot sign in.
            await users.UpdateNormalizedEmailAsync(account);
            await users.UpdateNormalizedUserNameAsync(account);
            account.PasswordHash = users.PasswordHasher.HashPassword(account, request.Password);
            db.Add(person.Value);
            db.Add(account);
            var key = db.Entry(account).Property(item => item.PersonId);
            (key.CurrentValue, key.IsTemporary) = (db.Entry(person.Value).Property(item => item.Id).CurrentValue, true);
            db.Record(actor.Value, JournalActions.AccountCreated, person.Value, request.Email);
            await db.SaveChangesAsync(cancellationToken);
            return person.Value.Id;
        }
    }
}
