namespace Initiatives.Domain.Recognition;

/// <summary>A certificate of merit printed for one initiative's author group.</summary>
public sealed class Certificate
{
    private Certificate()
    {
    }

    public int Id { get; private set; }
    public int DecisionId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>Place in the register of merit (số sổ vàng), 1, 2, 3 … within the year.</summary>
    public int RegisterNumber { get; private set; }

    /// <summary>What a citizen types to check it: "BK-2025-7F3K9Q".</summary>
    public string LookupCode { get; private set; } = "";

    /// <summary>SHA-256 of the print; empty while it is being made.</summary>
    public string FileSha256 { get; private set; } = "";
    public DateTime IssuedAt { get; private set; }

    /// <summary>True once its print lies in the store.</summary>
    public bool IsPrinted => FileSha256.Length > 0;

    public static Certificate Issue(int decisionId, int initiativeId, string lookupCode, DateTime now) => new()
    {
        DecisionId = decisionId,
        InitiativeId = initiativeId,
        LookupCode = lookupCode,
        IssuedAt = now,
    };

    /// <summary>Gives the place in the register of merit; the caller takes it from the year's counter inside the same transaction.</summary>
    public void Register(int number) => RegisterNumber = RegisterNumber == 0 ? number : RegisterNumber;

    /// <summary>The print was made and stored; the first one stays.</summary>
    public void Print(string sha256) => FileSha256 = IsPrinted ? FileSha256 : sha256;
}
