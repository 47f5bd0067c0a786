namespace Initiatives.Domain.Cycles;

/// <summary>One of the eight fields of the founding letter (công văn 2345/UBND-NVKTGS, mục 2): a b c d đ e g h.</summary>
public sealed class ReformField
{
    private ReformField()
    {
    }

    /// <summary>LV-A … LV-H, the key.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The official Vietnamese letter.</summary>
    public string Letter { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Position in the letter, from 1: đ follows d.</summary>
    public int Order { get; private set; }

    public static ReformField Create(string code, string letter, string name, string shortName, string description, int order) =>
        new() { Code = code, Letter = letter, Name = name, ShortName = shortName, Description = description, Order = order };

    /// <summary>Takes over what the reference file says now.</summary>
    public void Describe(string name, string shortName, string description) =>
        (Name, ShortName, Description) = (name, shortName, description);
}

/// <summary>An index that initiatives may improve: PAR Index, SIPAS, DTI, PCI, PGI.</summary>
public sealed class PerformanceIndex
{
    private PerformanceIndex()
    {
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public int Order { get; private set; }

    public static PerformanceIndex Create(string code, string name, string description, int order) =>
        new() { Code = code, Name = name, Description = description, Order = order };
}

/// <summary>
/// A text on which documents rest. Dated and replaceable: a decision cites what is in force on its day, so next year's
/// base is a row, never a change of code (DOMAIN § 2.1).
/// </summary>
public sealed class LegalBasis
{
    private LegalBasis()
    {
    }

    public string Key { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The căn cứ line, without its closing mark.</summary>
    public string Citation { get; private set; } = "";

    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Last day in force; null while open.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    public string? ReplacedBy { get; private set; }

    /// <summary>Documents that cite it, comma separated: recognition, merit, launch, council.</summary>
    public string UsedIn { get; private set; } = "";

    public int Order { get; private set; }

    public static LegalBasis Create(string key, string number, string title, string citation, DateOnly from, DateOnly? to,
        string? replacedBy, IEnumerable<string> usedIn, int order) =>
        new()
        {
            Key = key,
            Number = number,
            Title = title,
            Citation = citation,
            EffectiveFrom = from,
            EffectiveTo = to,
            ReplacedBy = replacedBy,
            UsedIn = string.Join(',', usedIn),
            Order = order,
        };

    /// <summary>In force on <paramref name="day"/>.</summary>
    public bool IsInForce(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo);

    public bool Serves(string document) => UsedIn.Split(',').Contains(document);
}
