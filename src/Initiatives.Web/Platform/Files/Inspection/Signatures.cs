using System.Text;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>What the first bytes of a file say: a type that may be taken, or something known that is not.</summary>
internal static class Signatures
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Head = 1024;

    private static readonly (byte[] Magic, string Flaw)[] Known =
    [
        ([.. "MZ"u8], Flaws.Program),
        ([0x7F, .. "ELF"u8], Flaws.Program),
        ([0xFE, 0xED, 0xFA, 0xCE], Flaws.Program), ([0xFE, 0xED, 0xFA, 0xCF], Flaws.Program),
        ([0xCE, 0xFA, 0xED, 0xFE], Flaws.Program), ([0xCF, 0xFA, 0xED, 0xFE], Flaws.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], Flaws.Program),
        ([0x00, .. "asm"u8], Flaws.Program), ([.. "dex\n"u8], Flaws.Program),
        ([.. "#!"u8], Flaws.Program), ([.. "@echo"u8], Flaws.Program),
        ([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], Flaws.Program),   // a Windows shortcut
        ([.. "{\\rtf"u8], Flaws.Rtf),
        ([.. "Rar!"u8], Flaws.Archive), ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], Flaws.Archive), ([0x1F, 0x8B], Flaws.Archive),
        ([.. "BZh"u8], Flaws.Archive), ([0xFD, .. "7zXZ"u8], Flaws.Archive), ([0x28, 0xB5, 0x2F, 0xFD], Flaws.Archive),
        ([.. "MSCF"u8], Flaws.Archive), ([.. "PK"u8, 5, 6], Flaws.Archive), ([.. "PK"u8, 7, 8], Flaws.Archive),
        ([.. "GIF8"u8], Flaws.OtherPicture), ([.. "BM"u8], Flaws.OtherPicture), ([.. "8BPS"u8], Flaws.OtherPicture),
        ([.. "II*"u8, 0], Flaws.OtherPicture), ([.. "MM"u8, 0, .. "*"u8], Flaws.OtherPicture), ([0, 0, 1, 0], Flaws.OtherPicture),
        ([0x1A, 0x45, 0xDF, 0xA3], Flaws.OtherVideo), ([.. "FLV"u8], Flaws.OtherVideo), ([0x30, 0x26, 0xB2, 0x75], Flaws.OtherVideo), ([.. "ID3"u8], Flaws.OtherVideo),
    ];

    private static readonly string[] Markup = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?php", "<!--", "<meta", "<img"];

    /// <summary>The head of an old Office document, of an encrypted new one, of an installer.</summary>
    public static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Something that is known and not taken; null when it is not one of these.</summary>
    public static string? FlawOf(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, flaw) in Known)
            if (head.StartsWith(magic)) return flaw;
        if (head.Length >= 262 && head[257..262].SequenceEqual("ustar"u8)) return Flaws.Archive;
        if (head.StartsWith("RIFF"u8) && head.Length >= 12) return head[8..12].SequenceEqual("WEBP"u8) ? Flaws.OtherPicture : Flaws.OtherVideo;
        return IsMarkup(head) ? Flaws.WebPage : null;
    }

    /// <summary>Text that a browser would read as a page, in any of the ways in which it can be written.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return false;
        var text = head[0] is 0xFF or 0xFE || head[0] == 0 || head[1] == 0
            ? Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('ÿ', 'þ')
            : Encoding.Latin1.GetString(head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head);
        text = text.TrimStart();
        return Markup.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && (text.Contains("<svg", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)));
    }
}
