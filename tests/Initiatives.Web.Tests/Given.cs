using Initiatives.Domain.People;
using Initiatives.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>Somebody whom a test made.</summary>
public sealed record TestPerson(int Id, string Name, string Email, Actor Actor);

/// <summary>What a test presupposes, made by the requests that the screens send. One part per feature.</summary>
public sealed partial class Given(TestApp app)
{
    public const string Password = "mat-khau-thu-1";

    private int people;

    /// <summary>A person with an account.</summary>
    public async Task<TestPerson> Person(Role roles, string unit = "11311", string? name = null, SigningCapacity capacity = SigningCapacity.Head)
    {
        var number = ++people;
        var email = $"nguoi{number}@thu.example";
        var each = Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)).ToArray();
        var result = await app.Send(new CreateAccount.Command
        {
            Name = name ?? $"Nguyễn Văn Thử {number}",
            Email = email,
            UnitId = await UnitId(unit),
            Post = "Chuyên viên",
            Roles = each,
            Capacity = capacity,
            Password = Password,
        });
        var person = await app.Rows(db => db.People.SingleAsync(item => item.Id == result.Value));
        return new TestPerson(person.Id, person.Name, email, person.AsActor());
    }

    public Task<int> UnitId(string code) => app.Rows(db => db.Units.Where(unit => unit.Code == code).Select(unit => unit.Id).SingleAsync());
}
