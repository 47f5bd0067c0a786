using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>The last migration of the database at hand is the model: what was changed and not migrated is found here, on both.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task No_change_of_the_model_waits_for_a_migration() =>
        Assert.False(await app.Rows(db => Task.FromResult(db.Database.HasPendingModelChanges())));
}
