using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>Somebody as a dossier, a roll or an account writes him: by his account where it names one, else by name and unit.</summary>
/// <param name="PersonId">The account's person; null: no account is named.</param>
/// <param name="Name">Full name.</param>
/// <param name="UnitId">The unit under which he is written.</param>
public readonly record struct Identity(int? PersonId, string Name, int UnitId)
{
    /// <summary>
    /// True when both are one person: the same account; where either names none, the same name in the same unit. Two
    /// namesakes in different units are two people.
    /// </summary>
    public bool IsSame(Identity other) => PersonId is { } id && other.PersonId is { } otherId
        ? id == otherId
        : UnitId == other.UnitId && VietnameseName.AreSame(Name, other.Name);

    /// <summary>
    /// True when two accounts may be one person's: they are (<see cref="AreAccountsOfOne"/>), or they have one name in one
    /// unit. Of two acts that need two people not both are his; that a true namesake is passed over costs no more than a third one.
    /// </summary>
    public static bool MayBeOne(Identity one, string email, Identity other, string otherEmail) =>
        one.IsSame(other) || (one with { PersonId = null }).IsSame(other) || AreAccountsOfOne(one.Name, email, other.Name, otherEmail);

    /// <summary>True when two accounts are one person's: the same address, or the same name and the same address before the @.</summary>
    public static bool AreAccountsOfOne(string name, string email, string otherName, string otherEmail) => email.Length > 0 && otherEmail.Length > 0
        && (string.Equals(email, otherEmail, StringComparison.OrdinalIgnoreCase)
            || (VietnameseName.AreSame(name, otherName) && string.Equals(email.Split('@')[0], otherEmail.Split('@')[0], StringComparison.OrdinalIgnoreCase)));
}
