using FsCheck;
using FsCheck.Fluent;

namespace Initiatives.Domain.Tests;

/// <summary>
/// Texts made of what breaks Vietnamese text handling: composed and decomposed letters, loose marks, odd blanks,
/// halves of surrogate pairs, digits, pieces of markup. FsCheck's own strings are mostly ASCII.
/// </summary>
internal static class AnyText
{
    private const string Letters = "aAăâbdđĐÐeếghiknoơợưựuyýòHồ文ßİ";
    private const string Marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0327";
    private const string Odd = " \t\r\n\u00a0\u2028\u200b\u00ad\ufeff\u202e\u0000\ufffe\ud83d\ude00-.,'09٣<>/&;#x!";

    internal static Arbitrary<string> Strings { get; } = Of(Letters + Marks + Odd);

    private static Arbitrary<string> Of(IEnumerable<char> letters) =>
        Gen.Elements(letters.ToArray()).ArrayOf().Select(chars => new string(chars)).ToArbitrary();
}
