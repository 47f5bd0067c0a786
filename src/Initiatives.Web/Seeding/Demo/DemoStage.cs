using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Accounts;
using Initiatives.Web.Platform;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>
/// Lets the demo's people act: every act is a request that a screen sends, by a person, at an instant of the clock. There
/// is no database here, so nothing can be put there that a person could not have done.
/// </summary>
internal sealed class DemoStage(IServiceProvider services, DemoData data, DateTime start)
{
    private readonly Dictionary<string, Actor> actors = [];

    public DemoData Data { get; } = data;

    public Documents.Fonts Fonts => services.GetRequiredService<Documents.Fonts>();

    /// <summary>Vietnamese day of the start; all dates of the demo count from it.</summary>
    public DateOnly Today { get; } = VietnamTime.Today(start);

    public Actor Who(string key) => actors[key];

    /// <summary>A member of a council, with what his seat grants him.</summary>
    public Actor Judge(string key) => Who(key) with { Roles = Who(key).Roles | Role.CouncilMember };

    /// <summary>He uses the site himself; else what he gives comes in on paper.</summary>
    public bool SignsIn(string key) => Data.People.Single(person => person.Key == key).SignsIn;

    public Actor Secretary(DemoCouncil council)
    {
        var actor = Judge(council.Members.Single(seat => seat.Post == CouncilPost.Secretary).Person);
        return actor with { Roles = actor.Roles | Role.CouncilSecretary };
    }

    /// <summary>The one who signs for a unit: its head, or a deputy where the head is an author.</summary>
    public Actor HeadOf(string unit, IEnumerable<string?> authors) => Who(Data.People
        .Where(person => person.Unit == unit && person.Roles.Contains(Role.UnitHead) && !authors.Contains(person.Key))
        .OrderBy(person => person.Capacity ?? SigningCapacity.Head).First().Key);

    public Actor OfficerOf(string unit) => Who(Data.People.First(person => person.Unit == unit && person.Roles.Contains(Role.UnitOfficer)).Key);

    public Actor Any(Role role) => Who(Data.People.First(person => person.Roles.Contains(role)).Key);

    public Actor[] All(Role role) => [.. Data.People.Where(person => person.Roles.Contains(role)).Select(person => Who(person.Key))];

    /// <summary>A working moment of the day that lies <paramref name="days"/> from the start; never in the future.</summary>
    public DateTime At(int days, double hour = 9)
    {
        var instant = VietnamTime.StartOfDay(Today.AddDays(days)).AddMinutes(Math.Round(hour * 60));
        if (instant < start) return instant;
        var (shortly, today) = (start.AddMinutes(-5), VietnamTime.StartOfDay(Today));
        return shortly > today ? shortly : today;   // what is dated today is not done yesterday, just after midnight either
    }

    public DateOnly Day(int days) => Today.AddDays(days);

    /// <summary>Sends a request; a refusal ends the seeding, because it means a rule and the demo disagree.</summary>
    public async Task<T> Send<T>(Actor actor, DateTime at, IRequest<T> request)
    {
        services.GetRequiredService<AppClock>().StandAt(at);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        if (answer is Result { Ok: false } refused)
            throw new InvalidOperationException($"{request.GetType().DeclaringType?.Name} by {actor.Name}: {string.Join(" ", refused.Problems.Select(problem => $"[{problem.Field}] {problem.Message}"))}");
        return answer;
    }

    /// <summary>Runs the jobs that the acts before left, as of that instant.</summary>
    public async Task RunJobs(DateTime at)
    {
        services.GetRequiredService<AppClock>().StandAt(at);
        await services.GetRequiredService<JobRunner>().DrainAsync(CancellationToken.None);
    }

    /// <summary>Everybody gets a person and an account.</summary>
    public async Task Introduce()
    {
        var at = At(-440);
        var units = (await Send(Actor.System, at, new UnitChoices.Query())).ToDictionary(unit => unit.Code, unit => unit.Id);
        foreach (var person in Data.People)
        {
            var capacity = person.Capacity ?? SigningCapacity.Head;
            var created = await Send(Actor.System, at, new CreateAccount.Command
            {
                Name = person.Name,
                Email = person.Email,
                UnitId = units[person.Unit],
                Post = person.Post,
                Roles = person.Roles,
                Capacity = capacity,
                Password = DemoAccounts.Password,
            });
            actors[person.Key] = new Actor(created.Value, person.Name, units[person.Unit], person.Roles.Aggregate(Role.None, (all, role) => all | role), capacity, person.Post);
            if (person.SignsIn) await Send(actors[person.Key], At(-430 + created.Value % 5, 9 + created.Value % 7), new NoteSignIn.Command());
        }
    }
}
