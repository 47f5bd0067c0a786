using MimeKit;

namespace Initiatives.Web.Tests;

/// <summary>A mail as its reader finds it.</summary>
/// <param name="Text">The part for readers without HTML.</param>
public sealed record TestMail(string To, string Subject, string Text, string Html)
{
    public static TestMail Read(string path)
    {
        using var message = MimeMessage.Load(path);
        return new TestMail(message.To.Mailboxes.Single().Address, message.Subject!, message.TextBody!.ReplaceLineEndings("\n"), message.HtmlBody!);
    }
}
