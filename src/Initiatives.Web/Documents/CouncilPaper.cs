using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Documents;

/// <summary>What every paper bears on which a member of a council says something of one dossier and signs. It names him, never the authors.</summary>
/// <param name="Agency">Head: the body that set the council up above the council's name.</param>
/// <param name="CouncilName">Name of the council in running text.</param>
/// <param name="Year">Year of the cycle.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Post">His post in the council.</param>
/// <param name="Code">Code under which the council sees the dossier.</param>
/// <param name="Title">Name of the initiative.</param>
/// <param name="Field">Reform field.</param>
/// <param name="Date">Day of signature; null leaves it blank.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record CouncilPaper(Agency Agency, string CouncilName, int Year, string Name, string Post, string Code, string Title, string Field, DateOnly? Date, bool IsDemo = false)
{
    private const string Place = "Hải Phòng";

    /// <param name="name">His name, should the council's decision not name him.</param>
    /// <param name="post">Likewise his post.</param>
    public static CouncilPaper Of(Cycle cycle, Council council, Initiative dossier, string field, int personId, string name, CouncilPost post, DateTime? handedInAt)
    {
        var member = council.Members.FirstOrDefault(item => item.PersonId == personId);
        return new CouncilPaper(CouncilHead.Of(council), council.Name, cycle.Year, member?.Name ?? name, CouncilNames.Post(member?.Post ?? post),
            dossier.CouncilCode ?? "", dossier.Title, field, handedInAt is { } at ? VietnamTime.Today(at) : null, cycle.IsDemo);
    }

    /// <summary>Its head, its title and what it is about.</summary>
    /// <param name="kind">"Phiếu chấm điểm".</param>
    /// <param name="who">What he is called: "Người phản biện".</param>
    internal Sheet Begin(Fonts fonts, string kind, string who) =>
        new Sheet(fonts, SheetInfo.For($"{kind} {Code}, {Name}", CouncilName, IsDemo))
            .Add(new Nd30Header(Agency, $"Mã hồ sơ: {Code}", $"{Place}, {Printed.Date(Date)}"))
            .Add(Nd30.Title(kind.ToUpper(System.Globalization.CultureInfo.InvariantCulture), $"Sáng kiến cải cách hành chính năm {Year}"))
            .Add(Fact(who, $"{Name}, {Post}"), Fact("Tên sáng kiến", Title), Fact("Lĩnh vực", Field) with { After = 6 });

    /// <summary>Room for his signature.</summary>
    /// <param name="beside">What stands left of it.</param>
    internal Columns Signed(string who, params Block[] beside) =>
        new(new Column(85, beside), new Column(80, [.. Nd30.Signed(new Signatory([who.ToUpper(System.Globalization.CultureInfo.InvariantCulture)], Name), 15)]))
        { Before = 4, KeepWithPrevious = true };

    private static Paragraph Fact(string label, string value) =>
        new(new Run(label + ": ", Face.Bold), new Run(value)) { Size = 13, After = 2, Align = Align.Left, Spacing = 1.05f };
}
