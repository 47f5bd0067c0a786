using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>Hostile HTML, through the form and straight into the database: nothing of it runs on any page that shows it.</summary>
[Collection(nameof(Journeys))]
public sealed class HostileTextTests(Chromium chromium)
{
    private const string Marker = "GiaiPhapThuDich";

    /// <summary>Each calls hit with its name, by itself or when it is clicked. None takes the page away or swallows its rest.</summary>
    private static readonly string[] Corpus =
    [
        "<script>hit('script')</script>",
        "<img src=x onerror=\"hit('img')\">",
        "<svg onload=\"hit('svg')\"></svg>",
        "<svg><script>hit('svg-script')</script></svg>",
        "<svg><animate onbegin=\"hit('animate')\" attributeName=x dur=1s></svg>",
        "<iframe srcdoc=\"<script>parent.hit('srcdoc')</script>\"></iframe>",
        "<iframe src=\"javascript:parent.hit('frame')\"></iframe>",
        "<object data=\"javascript:hit('object')\"></object>",
        "<embed src=\"javascript:hit('embed')\">",
        "<details open ontoggle=\"hit('toggle')\"><summary>x</summary></details>",
        "<video><source onerror=\"hit('video')\"></video>",
        "<audio src=x onerror=\"hit('audio')\"></audio>",
        "<input autofocus onfocus=\"hit('focus')\">",
        "<p id=hostile tabindex=0 onmouseover=\"hit('over')\" onclick=\"hit('click')\">" + Marker + "</p>",
        "<a class=hostile href=\"javascript:hit('href')\">bấm</a>",
        "<a class=hostile href=\" &#1;java&#x0A;script:hit('href-broken')\">bấm</a>",
        "<form action=\"javascript:hit('form')\"><button class=hostile>gửi</button></form>",
        "<button class=hostile formaction=\"javascript:hit('formaction')\" form=soan>gửi</button>",
        "<math><a class=hostile xlink:href=\"javascript:hit('math')\">x</a></math>",
        "<style>@keyframes k{} .hostile{animation:k 1s}</style><p style=\"animation:k 1s\" onanimationstart=\"hit('animation')\">x</p>",
        "<link rel=stylesheet href=\"data:text/css,*{color:red}\" onload=\"hit('link')\">",
        "<marquee onstart=\"hit('marquee')\">x</marquee>",
        "<noscript><p title=\"</noscript><img src=x onerror=hit('noscript')>\"></p></noscript>",
        "<math><mtext><table><mglyph><style><img src=x onerror=hit('mxss')></style></mglyph></table></mtext></math>",
        "<template><script>hit('template')</script></template>",
        "&lt;script&gt;hit('encoded')&lt;/script&gt;",
    ];

    private static string Raw => "<p>" + string.Join(' ', Enumerable.Repeat("chữ", 45)) + "</p>" + string.Concat(Corpus);

    private static async Task<IPage> Watched(Chromium chromium)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 900 } });
        await context.AddInitScriptAsync("window.hits = []; window.hit = name => window.hits.push(name); window.stopped = 0; document.addEventListener('securitypolicyviolation', () => window.stopped++)");
        return await context.NewPageAsync();
    }

    /// <summary>Everything that can be clicked or hovered is; then who ran is asked.</summary>
    private static async Task<string[]> Ran(IPage page, int patience = 250)
    {
        await page.EvaluateAsync("""
            async patience => {
              for (const element of document.querySelectorAll('.hostile, #hostile, [onclick], [onmouseover]')) {
                element.addEventListener('click', event => element.matches('button') && event.preventDefault(), { once: true })
                element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
                if (!element.matches('button')) element.click?.()
              }
              await new Promise(resolve => setTimeout(resolve, patience))
            }
            """, patience);
        return await page.EvaluateAsync<string[]>("window.hits");
    }

    [Fact]
    public async Task The_corpus_is_live_and_the_policy_of_our_pages_stops_all_of_it()
    {
        using var app = new TestApp(listens: true);
        var policy = (await (await chromium.Browser.NewContextAsync()).APIRequest.GetAsync($"{app.Address}/dang-nhap")).Headers["content-security-policy"];
        foreach (var guarded in new[] { false, true })
        {
            var page = await Watched(chromium);
            var headers = new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8" };
            if (guarded) headers["content-security-policy"] = policy;
            await page.RouteAsync("**/thu-dich", route => route.FulfillAsync(new() { Headers = headers, Body = $"<!DOCTYPE html><html lang=vi><body>{Raw}</body></html>" }));
            await page.GotoAsync($"{app.Address}/thu-dich");
            var ran = await Ran(page, patience: 1_000);
            if (guarded)
            {
                Assert.Empty(ran);
                Assert.True(await page.EvaluateAsync<int>("window.stopped") > 10);
            }
            else
            {
                foreach (var name in new[] { "script", "img", "svg", "svg-script", "srcdoc", "frame", "toggle", "focus", "over", "click", "href", "animation" }) Assert.Contains(name, ran);
            }

            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_runs_on_any_page_that_shows_it(bool throughTheForm)
    {
        using var app = new TestApp(listens: true);
        await app.Given.OpenCycle();
        var people = new List<TestPerson> { await app.Given.Person(Role.Author | Role.UnitOfficer, "11311", "Trần Thị K"), await app.Given.Head() };
        people.Add(await app.Given.Person(Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead, "SKHCN"));
        var id = throughTheForm ? await Written(app, people[0]) : await Planted(app, people[0]);
        var shown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var status in new[] { InitiativeStatus.Draft, InitiativeStatus.AwaitingEndorsement, InitiativeStatus.Submitted, InitiativeStatus.Recognised })
        {
            await Stand(app, id, status);
            foreach (var person in people.Append(null))
            {
                var page = await Watched(chromium);
                if (person is not null) await SignIn(page, app, person);
                foreach (var path in HiddenFacts.Paths(id).Append($"/sang-kien/{id}/ban-luu/so-sanh?cu=1&moi=2").Where(path => !Regex.IsMatch(path, @"\.(pdf|docx|xlsx)|^/dang-|^/sang-kien/soan$")))
                {
                    var answer = await page.APIRequest.GetAsync(app.Address + path);
                    if (answer.Status != 200 || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) || !(await answer.TextAsync()).Contains(Marker, StringComparison.Ordinal)) continue;
                    if (!shown.Add($"{status} {path}") && !path.EndsWith("/soan", StringComparison.Ordinal)) continue;
                    await page.GotoAsync(app.Address + path);
                    Assert.True((await Ran(page)) is { Length: 0 }, $"{person?.Name} {path} as {status}: {string.Join(", ", await page.EvaluateAsync<string[]>("window.hits"))}");
                }

                await page.Context.CloseAsync();
            }
        }

        // Where it must have been seen, or the test looks at nothing.
        foreach (var path in new[] { $"Draft /sang-kien/{id}", $"Draft /sang-kien/{id}/soan", $"Draft /sang-kien/{id}/ban-luu/1", $"AwaitingEndorsement /sang-kien/{id}", $"Submitted /tham-dinh/{id}", $"Recognised /danh-muc/{id}" })
            Assert.Contains(path, shown);
    }

    private static async Task<int> Written(TestApp app, TestPerson author)
    {
        var form = Given.CompleteForm();
        var saved = Given.Sure(await app.Send(form with
        {
            Solution = Raw,
            PriorSituation = Raw,
            Novelty = Raw,
            Scope = Raw,
            ReplicationConditions = Raw,
            Confidential = Raw,
            Summary = "<script>hit('summary')</script>" + Marker,
            Effects = [form.Effects[0] with { Measure = "<img src=x onerror=hit('measure')>", HowMeasured = Raw[..900] }],
        }, author.Actor)).Value;
        Given.Sure(await app.Send(form with { Id = saved.Id, Version = 1, Solution = Raw + "<p>hai</p>", Novelty = Raw + "\nhai" }, author.Actor));
        return saved.Id;
    }

    /// <summary>As an intruder in the database would leave it: past the form and the cleaner, in the dossier and in its versions.</summary>
    private static Task<int> Planted(TestApp app, TestPerson author) => app.Rows(async db =>
    {
        var form = Given.CompleteForm();
        var content = new DraftContent
        {
            Title = form.Title,
            SolutionType = form.SolutionType,
            FieldCode = form.FieldCode,
            FirstAppliedOn = form.FirstAppliedOn,
            Summary = Raw[..900],
            PriorSituation = Raw,
            Solution = SafeHtml.FromCleaned(Raw),
            Novelty = Raw,
            Scope = Raw,
            ReplicationConditions = Raw,
            Confidential = Raw,
            Authors = [new AuthorContent(author.Id, "<script>hit('name')</script>", new DateOnly(1984, 4, 12), Raw[..250], "Công chức", "Cử nhân", 100)],
            Effects = [new EffectContent("<svg onload=hit('measure')>", "95", "20", "phút", Raw)],
        };
        var initiative = Initiative.Start(Guid.NewGuid(), content, author.Actor, TestClock.Start).Value;
        db.Add(initiative);
        await db.SaveChangesAsync();
        Assert.True(initiative.Revise(content with { Solution = SafeHtml.FromCleaned(Raw + "<p>hai</p>") }, 1, author.Actor, TestClock.Start).Ok);
        await db.SaveChangesAsync();
        return initiative.Id;
    });

    /// <summary>Puts the dossier where other people are shown it.</summary>
    private static Task<int> Stand(TestApp app, int id, InitiativeStatus status) => app.Rows(async db =>
    {
        var cycle = await db.Cycles.Select(item => item.Id).SingleAsync();
        var sent = status is InitiativeStatus.Draft or InitiativeStatus.AwaitingEndorsement ? (DateTime?)null : TestClock.Start;
        return await db.Initiatives.Where(item => item.Id == id).ExecuteUpdateAsync(row => row
            .SetProperty(item => item.Status, status).SetProperty(item => item.ShownStatus, InitiativeStatuses.Shown(status))
            .SetProperty(item => item.FirstSentToHeadAt, TestClock.Start).SetProperty(item => item.SubmittedAt, sent)
            .SetProperty(item => item.CycleId, sent == null ? null : (int?)cycle).SetProperty(item => item.RegisterNumber, sent == null ? null : (int?)1));
    });

    private static async Task SignIn(IPage page, TestApp app, TestPerson person)
    {
        await page.GotoAsync($"{app.Address}/dang-nhap");
        await page.GetByLabel("Thư điện tử công vụ").FillAsync(person.Email);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Given.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync("**/viec");
    }
}
