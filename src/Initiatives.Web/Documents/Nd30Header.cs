namespace Initiatives.Web.Documents;

/// <summary>
/// Agency, national title, number, place and date (NĐ 30/2020, Phụ lục I, mục II.1–4) over a text body of 165 mm: 13
/// and 14 points, or 12 and 13 where a line of the agency's name would run into the national title.
/// </summary>
/// <param name="Agency">The issuing body.</param>
/// <param name="Number">"Số: 05/QĐ-UBND".</param>
/// <param name="PlaceAndDate">"Hải Phòng, ngày 05 tháng 01 năm 2026".</param>
/// <param name="Subject">"V/v …" of a công văn (mục II.5); null for documents that carry a title.</param>
public sealed record Nd30Header(Agency Agency, string Number, string PlaceAndDate, string? Subject = null) : Block
{
    private const float BodyMm = 165;
    private const float LargeLeftMm = 67;
    private const float SmallLeftMm = 75;

    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var widest = Math.Max(
            Agency.Name.Max(line => ink.Width(line, Face.Bold, 13)),
            Agency.Parent.Select(line => ink.Width(line, Face.Regular, 13)).DefaultIfEmpty().Max());
        var large = widest < (LargeLeftMm - 5) * Ink.Mm;
        var size = large ? 13 : 12;
        var left = large ? LargeLeftMm : SmallLeftMm;
        var right = BodyMm - left;
        List<Block> rows =
        [
            new Columns(new Column(left, [.. Names(size)]), new Column(right, [.. Nd30.NationalTitle(size)])),
            new Columns(
                new Column(left, Nd30.Centred(Number, Face.Regular, 13)),
                new Column(right, Nd30.Centred(PlaceAndDate, Face.Italic, large ? 14 : 13)))
            { Before = 6, After = Subject is null ? 14 : 0 },
        ];
        if (Subject is { } subject)
        {
            var about = Nd30.Centred(subject, Face.Regular, 12) with { LeftMm = 3 };
            rows.Add(new Columns(new Column(left - 3, about)) { Before = 6, After = 14 });
        }

        return [.. rows.SelectMany(row => row.Lay(ink, room))];
    }

    /// <summary>The parent not bold, the issuer bold, below it a rule of a third to a half of the text.</summary>
    private IEnumerable<Block> Names(float size) =>
        Agency.Parent.Select(Block (line) => Nd30.Centred(line, Face.Regular, size))
            .Concat(Agency.Name.Select((line, i) => Nd30.Centred(Nd30.Whole(line), Face.Bold, size) with
            {
                RuleShare = i == Agency.Name.Count - 1 ? 0.4f : 0,
            }));
}
