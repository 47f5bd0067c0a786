using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>A department, commune, ward or special zone; also the bodies above them.</summary>
public sealed class Unit
{
    private Unit()
    {
    }

    public int Id { get; private set; }

    /// <summary>The official five-digit code of a commune-level unit, or our own short code for a city body.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>xa, phuong, dac-khu, so, … as in the reference file.</summary>
    public string Type { get; private set; } = "";

    /// <summary>True for communes, wards and special zones.</summary>
    public bool IsCommune { get; private set; }

    /// <summary>Code of the unit above, empty at the top.</summary>
    public string ParentCode { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public string SearchKey { get; private set; } = "";

    /// <summary>False for the city and its committee, which receive dossiers and never send one.</summary>
    public bool MaySubmit => Type is not ("thanh-pho" or "ubnd");

    public static Unit Create(string code, string name, string shortName, string type, string level, string parentCode)
    {
        var unit = new Unit { Code = code };
        unit.Describe(name, shortName, type, level, parentCode);
        return unit;
    }

    /// <summary>Takes over what the reference file says now.</summary>
    public void Describe(string name, string shortName, string type, string level, string parentCode)
    {
        Name = VietnameseText.Normalize(name);
        ShortName = VietnameseText.Normalize(shortName);
        Type = type;
        IsCommune = level == "cap-xa";
        ParentCode = parentCode;
        SortKey = VietnameseText.SortKey(ShortName);
        SearchKey = VietnameseText.SearchKey(Name, ShortName);
    }
}
