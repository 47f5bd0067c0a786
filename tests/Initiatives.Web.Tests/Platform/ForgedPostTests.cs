using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Platform;

/// <summary>Every form of the site, read from the code, with bodies that no page of ours makes: none is answered with an error. And without its token, by somebody whose role may not, and by one whose role may on what is another's: none of these acts.</summary>
public sealed class ForgedPostTests : IDisposable
{
    private const string Long = "9999999999999999999999999999999999";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A field with the value that a form of ours might give it.</summary>
    private sealed record Field(string Name, string Plain);

    private sealed record Form(string Template, NeedsAttribute? Needs, IReadOnlyList<Field> Fields)
    {
        public string Path(IReadOnlyDictionary<string, int> ids, int id) => Regex.Replace(Template, @"\{([^:}?]+)[^}]*\}", match =>
            match.Groups[1].Value is var name && name.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2026" : name is "number" or "version" ? "1" : $"{ids.GetValueOrDefault(name, id)}");
    }

    private static IReadOnlyList<Form> Forms { get; } =
    [
        .. typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(action => action.GetCustomAttributes<HttpPostAttribute>().Select(post => new Form(post.Template!, action.GetCustomAttribute<NeedsAttribute>(), [.. Fields(action)])))
            .Where(form => form.Template is not ("/dang-xuat" or "/dang-nhap"))
            .OrderBy(form => form.Template, StringComparer.Ordinal),
    ];

    private static IEnumerable<Field> Fields(MethodInfo action) => action.GetParameters().SelectMany(taken => taken.ParameterType.IsClass && taken.ParameterType != typeof(string) && !taken.ParameterType.IsGenericType
        ? taken.ParameterType.GetProperties().Where(property => property.CanWrite).SelectMany(property => Named(property.Name, property.PropertyType))
        : Named(taken.Name!, taken.ParameterType));

    private static IEnumerable<Field> Named(string name, Type type)
    {
        if (!type.IsGenericType || Nullable.GetUnderlyingType(type) is not null) return [new(name, Plain(name, Nullable.GetUnderlyingType(type) ?? type))];
        var inner = type.GetGenericArguments()[^1];
        if (type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) return [new($"{name}[1]", "1"), new($"{name}[E1]", "1")];
        return inner.IsClass && inner != typeof(string)
            ? [new($"{name}.index", "0"), .. inner.GetProperties().Select(each => new Field($"{name}[0].{each.Name}", Plain(each.Name, each.PropertyType)))]
            : [new(name, Plain(name, inner)), new($"{name}[2]", Plain(name, inner))];
    }

    private static string Plain(string name, Type type) =>
        type == typeof(string) ? name.Contains("Time", StringComparison.Ordinal) ? "08:30" : name == "Contact" ? "0912 345 678" : "Nội dung đủ dài để được nhận, không thiếu chữ nào."
        : type == typeof(DateOnly) ? "12/11/2026"
        : type == typeof(bool) ? "true"
        : type.IsEnum ? Enum.GetNames(type)[^1]
        : type == typeof(Guid) ? "7f0c5d8e-1111-4222-8333-944455566677"
        : "1";

    private static readonly string[] Odd = ["", "-1", "2147483647", "-2147483648", Long, "NaN", "1,5", "1e400", "<script>alert(1)</script>", "a\u0301\u0000\u202e\ud83d", "1/1/0001", "31/12/9999", "0001-01-01", "9999-12-31", "true", "00:00", "23:59"];

    /// <summary>What is tried in one field while all others are as they should be.</summary>
    private static readonly string[] OddAlone = ["", "2147483647", "a\u0301\u0000\u202e\ud83d", "31/12/2199"];

    private static string ValueOf(Field field, Dictionary<string, int> ids) =>
        field.Name.EndsWith("InitiativeId", StringComparison.Ordinal) || field.Name.StartsWith("InitiativeIds", StringComparison.Ordinal) || field.Name == "HoSo" ? $"{ids["initiativeId"]}"
        : field.Name.EndsWith("PersonId", StringComparison.Ordinal) || field.Name.StartsWith("Chosen", StringComparison.Ordinal) ? $"{ids["personId"]}"
        : field.Name == "SheetId" ? $"{ids["sheetId"]}"
        : field.Plain;

    private static bool Names(Form form, string name) => form.Template.Contains($"{{{name}:", StringComparison.Ordinal);

    private async Task Try(Judging judging, int dossier, Func<string, bool>? only = null)
    {
        var everybody = new[] { judging.Secretary, judging.Lead, judging.Judge, await app.Given.Clerk(), judging.Author, await app.Given.Person(Role.UnitOfficer | Role.UnitHead), await app.Given.Person(Role.Appraiser, "SKHCN"),
            await app.Given.Person(Role.Administrator, "SKHCN"), await app.Given.Person(Role.HomeAffairs, "SKHCN"), await app.Given.Person(Role.CityLeader, "SKHCN") };
        var users = new List<(TestPerson Person, TestUser User)>();
        foreach (var person in everybody) users.Add((person, await app.As(person)));
        var anybody = app.Anybody();
        var faults = new List<string>();
        foreach (var form in Forms.Where(form => only?.Invoke(form.Template) != false))
        {
            IEnumerable<(TestPerson Person, TestUser User)> senders = form.Needs is null ? [(judging.Author, anybody)] : users.Where(each => each.Person.Actor.Has(form.Needs.Permission)).Take(2);
            foreach (var (person, user) in senders)
            {
                var ids = new Dictionary<string, int> { ["initiativeId"] = dossier, ["sheetId"] = await app.Given.SheetId(person, dossier) ?? await app.Given.SheetId(judging.Judge, dossier) ?? 1, ["personId"] = judging.Judge.Id };
                var path = form.Path(ids, Names(form, "id") && form.Template.Contains("cham-diem", StringComparison.Ordinal) ? ids["sheetId"] : dossier);
                (string, string)[][] bodies = form.Fields.Count == 0 ? [[]] : [[], .. Odd.Select(value => form.Fields.Select(field => (field.Name, value)).ToArray()), [.. form.Fields.SelectMany(field => new[] { (field.Name, "1"), (field.Name, "1") })]];
                foreach (var body in bodies) await Send(faults, user, path, body);
                if (person != senders.First().Person) continue;
                foreach (var odd in form.Fields)
                    foreach (var value in OddAlone) await Send(faults, user, path, [.. form.Fields.Select(field => (field.Name, field == odd ? value : ValueOf(field, ids)))]);
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct()));
    }

    private static async Task Send(List<string> faults, TestUser user, string path, (string, string)[] fields)
    {
        try
        {
            var answer = await user.Post(path, fields);
            if ((int)answer.Status >= 500) faults.Add($"{path} {(fields.Length > 0 ? fields[0].Item2 : "")}: {answer.Status}");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Add($"{path} {(fields.Length > 0 ? fields[0].Item2 : "")}: {fault.GetType().Name} {fault.Message.Split('\n')[0]} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Initiatives", StringComparison.Ordinal))?.Trim()}");
        }
    }

    [Fact]
    public async Task While_scoring_is_open()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        await Try(judging, judging.Initiatives[0]);
    }

    [Fact]
    public async Task While_the_council_meets()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 4);
        await Try(judging, judging.Initiatives[0], template => !template.StartsWith("/sang-kien", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_publication()
    {
        var judged = await app.Given.JudgedCycle();
        await (await app.As(judged.Judging.Author)).Done("/kien-nghi/gui", ("HoSo", $"{judged.Poor}"), ("Content", "Điểm hiệu quả chưa tính số liệu quý ba đã gửi kèm."), ("Asks", "Đề nghị xem lại minh chứng và giải thích điểm."));
        await Try(judged.Judging, await app.Rows(db => db.Remonstrances.Select(item => item.Id).SingleAsync()), template => template.StartsWith("/kien-nghi", StringComparison.Ordinal) || template.StartsWith("/lay-y-kien", StringComparison.Ordinal) || template.StartsWith("/bat-dong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_from_a_wrong_role_or_from_somebody_who_has_not_signed_in()
    {
        var anybody = app.Anybody();
        var users = new List<(TestPerson Person, TestUser User)>();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None)) users.Add((await app.Given.Person(role, "SKHCN"), null!));
        for (var i = 0; i < users.Count; i++) users[i] = (users[i].Person, await app.As(users[i].Person));
        foreach (var form in Forms)
        {
            var path = form.Path(new Dictionary<string, int>(), 1);
            async Task Untaken(TestUser user)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new MultipartFormDataContent { { new StringContent("1"), "Id" } } };
                var status = (await user.Send(request)).Status;
                Assert.True(status == HttpStatusCode.BadRequest, $"{path} without a token: {status}");
            }

            if (form.Needs is not { } needs)
            {
                await Untaken(anybody);
                continue;
            }

            Assert.True((await anybody.Post(path)) is { Status: HttpStatusCode.Redirect, Location: { } to } && to.Contains("/dang-nhap", StringComparison.Ordinal), $"{path} without an account");
            await Untaken(users.First(each => each.Person.Actor.Has(needs.Permission)).User);
            foreach (var (person, user) in users.Where(each => !each.Person.Actor.Has(needs.Permission)))
                Assert.True((await user.Post(path)).Status == HttpStatusCode.Forbidden, $"{path} {person.Actor.Roles}");
        }
    }

    /// <summary>Forms by which somebody writes what is his own, whatever rows there are.</summary>
    private static bool IsOfNobodyElse(Form form) => form.Template is "/sang-kien/soan" || form.Template.StartsWith("/tai-khoan", StringComparison.Ordinal);

    [Fact]
    public async Task Nobody_acts_on_what_is_another_s_though_his_role_could()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 4);
        var ids = new Dictionary<string, int> { ["initiativeId"] = judging.Initiatives[0], ["sheetId"] = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, ["personId"] = judging.Judge.Id };
        var acts = new List<string>();
        Task<long> Newest() => app.Rows(db => db.JournalHeads.Select(head => head.Sequence).SingleAsync());
        foreach (var role in new[] { Role.Author, Role.UnitOfficer, Role.UnitHead, Role.CouncilMember, Role.CouncilSecretary, Role.Secretariat })
        {
            var stranger = await app.Given.Person(role, "10804");
            var user = await app.As(stranger);
            foreach (var form in Forms.Where(form => form.Needs is not null && stranger.Actor.Has(form.Needs.Permission) && !IsOfNobodyElse(form)))
            {
                var before = await Newest();
                var path = form.Path(ids, Names(form, "id") && form.Template.Contains("cham-diem", StringComparison.Ordinal) ? ids["sheetId"] : ids["initiativeId"]);
                var answer = await user.Post(path, [.. form.Fields.Select(field => (field.Name, ValueOf(field, ids)))]);
                if (await Newest() != before || answer.Status == HttpStatusCode.InternalServerError) acts.Add($"{role} {path}: {answer.Status} {answer.Location}");
            }
        }

        Assert.Empty(acts);
    }

    [Fact]
    public void There_are_forms_to_try() => Assert.True(Forms.Count > 100, $"{Forms.Count}");
}
