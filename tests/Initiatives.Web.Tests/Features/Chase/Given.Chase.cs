using Initiatives.Web.Features.Chase;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>A unit's officer or head says that the launch notice has arrived.</summary>
    public async Task Acknowledged(TestPerson person, int year = 2026) => Sure(await app.Send(new AcknowledgeLaunch.Command { Year = year }, person.Actor));
}
