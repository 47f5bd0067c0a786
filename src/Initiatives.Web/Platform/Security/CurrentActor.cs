using Initiatives.Domain.People;

namespace Initiatives.Web.Platform.Security;

/// <summary>Who acts in this scope: the signed-in person of the request, or the system in a job.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; set; } = Actor.Public;
}
