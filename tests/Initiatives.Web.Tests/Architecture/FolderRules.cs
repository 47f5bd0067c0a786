using Initiatives.Domain;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>Each rule holds for the repository, and finds an offender that is planted for it.</summary>
public sealed class FolderRules
{
    private static readonly Dictionary<string, (Func<IReadOnlyList<Source>, IEnumerable<string>> Rule, Source[] Offenders)> All = new()
    {
        [nameof(Rules.DomainFoldersNeverImportBackwards)] = (Rules.DomainFoldersNeverImportBackwards,
        [
            new("src/Initiatives.Domain/People/Person.cs", "using Initiatives.Domain.Journal;"),
            new("src/Initiatives.Domain/Cycles/Cycle.cs", "namespace X; class Y { object z = Submissions.Initiative.Start(); }"),
            new("src/Initiatives.Domain/Result.cs", "using Initiatives.Domain.Text;"),
            new("src/Initiatives.Domain/Councils/Council.cs", "using Initiatives.Domain.Novelty;"),
            new("src/Initiatives.Domain/Voting/Vote.cs", "namespace Initiatives.Domain.Voting;"),
        ]),
        [nameof(Rules.DomainProjectIsEmpty)] = (Rules.DomainProjectIsEmpty, [new("src/Initiatives.Domain/Initiatives.Domain.csproj", "<PackageReference Include=\"X\" />")]),
        [nameof(Rules.DomainIsPure)] = (Rules.DomainIsPure,
        [
            new("src/Initiatives.Domain/Cycles/Cycle.cs", "public async Task Close() { }"),
            new("src/Initiatives.Domain/Cycles/Cycle.cs", "var x = File.ReadAllText(\"a\");"),
        ]),
        [nameof(Rules.LayersOnlyLookDown)] = (Rules.LayersOnlyLookDown,
        [
            new("src/Initiatives.Web/Data/AppDb.cs", "using Initiatives.Web.Platform.Security;"),
            new("src/Initiatives.Web/Platform/Jobs/JobQueue.cs", "using Initiatives.Web.Features.Decisions;"),
            new("src/Initiatives.Web/Components/Chip.razor", "@((MarkupString)Platform.Mvc.Icons.Markup(\"x\"))"),
            new("src/Initiatives.Web/Documents/Sheet.cs", "using Initiatives.Web.Data;"),
            new("src/Initiatives.Web/Features/Home/Home.cs", "using Initiatives.Web.Seeding;"),
            new("src/Initiatives.Web/Services/Thing.cs", "namespace Initiatives.Web.Services;"),
        ]),
        [nameof(Rules.FeaturesNeverImportEachOther)] = (Rules.FeaturesNeverImportEachOther,
        [
            new("src/Initiatives.Web/Features/Home/Page.cs", "using Initiatives.Web.Features.Scoring;"),
            new("src/Initiatives.Web/Features/Home/Page.cs", "var x = new Scoring.SaveScoreSheet.Command();"),
            new("src/Initiatives.Web/Features/Home/Page.cshtml", "@model Initiatives.Web.Features.Scoring.MyDesk.View"),
            new("src/Initiatives.Web/Features/Shared/_Part.cshtml", "@using Initiatives.Web.Features.Scoring"),
        ]),
        [nameof(Rules.HandlersKnowNoMvc)] = (Rules.HandlersKnowNoMvc,
        [
            new("src/Initiatives.Web/Features/Home/Slice.cs", "using Microsoft.AspNetCore.Mvc;"),
            new("src/Initiatives.Web/Features/Home/Slice.cs", "if (!ModelState.IsValid) return;"),
        ]),
        [nameof(Rules.NamesSayWhatThingsDo)] = (Rules.NamesSayWhatThingsDo,
        [
            new("src/Initiatives.Web/Data/X.cs", "public sealed class MailService;"),
            new("src/Initiatives.Web/Data/X.cs", "internal static class DateHelpers { }"),
            new("src/Initiatives.Domain/X.cs", "public interface ICycleManager { }"),
        ]),
        [nameof(Rules.OnlyCleanedHtmlIsPrintedRaw)] = (Rules.OnlyCleanedHtmlIsPrintedRaw,
        [
            new("src/Initiatives.Web/Features/Home/Page.cshtml", "<p>@Html.Raw(Model.Title)</p>"),
            new("src/Initiatives.Web/Components/Part.razor", "@((MarkupString)Text)"),
        ]),
        [nameof(Rules.FilesStayShort)] = (Rules.FilesStayShort, [new("src/Initiatives.Domain/Long.cs", string.Concat(Enumerable.Repeat("//\n", 351)))]),
        [nameof(Rules.ViewsHoldNoStyleAndNoScript)] = (Rules.ViewsHoldNoStyleAndNoScript,
        [
            new("src/Initiatives.Web/Features/Home/Page.cshtml", "<p style=\"color:red\">"),
            new("src/Initiatives.Web/Features/Home/Page.cshtml", "<a onclick='x()'>"),
            new("src/Initiatives.Web/Components/Part.razor", "<script>x()</script>"),
        ]),
        [nameof(Rules.NothingIsLeftForLater)] = (Rules.NothingIsLeftForLater, [new("src/Initiatives.Domain/X.cs", "// TODO later")]),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_repository_keeps_the_rule(string name) => Assert.Empty(All[name].Rule(Source.Tree));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_finds_each_planted_offender(string name)
    {
        var (rule, offenders) = All[name];
        foreach (var offender in offenders)
        {
            Source[] tree = [new("src/Initiatives.Web/Features/Scoring/SaveScoreSheet.cs", ""), new("src/Initiatives.Web/Features/Scoring/MyDesk.cs", ""), offender];
            Assert.True(rule(tree).Any(), $"{name} overlooks {offender.Text}");
        }
    }

    [Fact]
    public void Domain_refers_to_the_system_only()
    {
        Assert.Empty(Rules.NotOfTheSystem(typeof(Result).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)));
        Assert.Equal(["MediatR"], Rules.NotOfTheSystem(["System.Runtime", "MediatR"]));
    }

    [Fact]
    public void The_tree_that_is_looked_at_is_not_empty() =>
        Assert.True(Source.Tree.Count(file => file.Path.StartsWith("src/", StringComparison.Ordinal)) > 100);
}
