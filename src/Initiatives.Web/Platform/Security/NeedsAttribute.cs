using Initiatives.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Initiatives.Web.Platform.Security;

/// <summary>The policy of an action: which permission it needs.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentActor actor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (actor.Value.Has(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
