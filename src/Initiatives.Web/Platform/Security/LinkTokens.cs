using System.Security.Cryptography;
using System.Text;
using Initiatives.Domain.People;

namespace Initiatives.Web.Platform.Security;

/// <summary>Tokens of one-use links: made here, known to nobody afterwards; what is kept is their digest.</summary>
public static class LinkTokens
{
    public static string Make() => RandomNumberGenerator.GetString(LinkToken.Alphabet, LinkToken.Length);

    /// <summary>SHA-256, hexadecimal. A token carries 118 random bits, so that a plain digest needs no salt and no stretching.</summary>
    public static string DigestOf(string letters) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));

    /// <summary>Where a link of this purpose is received.</summary>
    public static string PathOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? "/tai-khoan/nhan" : "/tai-khoan/dat-lai";
}
