using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Domain.Recognition;

/// <summary>Codes people read aloud and type: no 0/O, 1/I/L, no vowels that make words.</summary>
public static class LookupCode
{
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    /// <summary>Six characters of a keyed digest of <paramref name="what"/>: stable, and not to be guessed from its neighbours.</summary>
    /// <param name="key">A secret of the installation, kept with the decision's own digest.</param>
    public static string Of(string key, string what)
    {
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(what));
        var code = new char[6];
        for (var i = 0; i < code.Length; i++) code[i] = Alphabet[digest[i] % Alphabet.Length];
        return new string(code);
    }
}
