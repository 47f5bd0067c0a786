using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Ends the person's session, and with it every copy of its cookie.</summary>
public static class SignOut
{
    public sealed record Command : IRequest<Result>;

    public sealed class Handler(AppDb db, CurrentActor actor, SignInManager<Account> signIn) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await db.Users.SingleAsync(item => item.PersonId == actor.Value.PersonId, cancellationToken);
            await signIn.UserManager.UpdateSecurityStampAsync(account);
            await signIn.SignOutAsync();
            return Result.Success;
        }
    }
}
