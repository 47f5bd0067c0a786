using System.Globalization;
using Initiatives.Domain.People;

namespace Initiatives.Web.Documents;

/// <summary>How a unit heads, numbers, places and signs its letters (NĐ 30/2020, Phụ lục I, mục II.2, II.3, II.4, II.7).</summary>
public static class UnitHeading
{
    private static readonly string[] Kinds = ["Xã ", "Phường ", "Đặc khu "];

    /// <summary>
    /// A people's committee issues in its own name and has no body above it on paper; a body of the city stands under the
    /// city's committee; one of a national branch names none here.
    /// </summary>
    public static Agency Of(Unit unit)
    {
        if (unit.IsCommune) return new Agency(["ỦY BAN NHÂN DÂN", Upper(unit.Name)]);
        var lines = Lines(Upper(unit.Name));
        return unit.ParentCode == "UBND-TP" ? new Agency(lines, "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG") : new Agency(lines);
    }

    /// <summary>"Ủy ban nhân dân phường Hồng Bàng", "Sở Nội vụ": as running text names it.</summary>
    public static string NameOf(Unit unit) => unit.IsCommune ? $"Ủy ban nhân dân {char.ToLowerInvariant(unit.Name[0])}{unit.Name[1..]}" : unit.Name;

    /// <summary>"TTr-UBND", "TTr-SNV".</summary>
    public static string SymbolOf(Unit unit) => unit.IsCommune ? "TTr-UBND" : $"TTr-{unit.Code}";

    /// <summary>A commune's own name, else the city's.</summary>
    public static string PlaceOf(Unit unit) =>
        unit.IsCommune && Array.Find(Kinds, kind => unit.Name.StartsWith(kind, StringComparison.Ordinal)) is { } kind ? unit.Name[kind.Length..] : "Hải Phòng";

    /// <summary>The lines above a signature; a deputy signs for the head.</summary>
    public static IReadOnlyList<string> CapacityOf(Unit unit, SigningCapacity capacity)
    {
        var head = unit.IsCommune ? "CHỦ TỊCH" : unit.Type switch { "so" => "GIÁM ĐỐC", "ban" => "TRƯỞNG BAN", _ => "THỦ TRƯỞNG ĐƠN VỊ" };
        return capacity == SigningCapacity.Head ? [head] : [$"KT. {head}", unit.IsCommune || unit.Type is "so" or "ban" ? $"PHÓ {head}" : "PHÓ THỦ TRƯỞNG"];
    }

    /// <summary>Broken into lines that fit the left half of the head.</summary>
    private static List<string> Lines(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < 26) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    private static string Upper(string text) => text.ToUpper(CultureInfo.InvariantCulture);
}
