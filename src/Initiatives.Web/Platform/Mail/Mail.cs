namespace Initiatives.Web.Platform.Mail;

/// <summary>
/// A mail to one person: who must do what until when, in a few plain sentences. It says nothing that the reader may not see
/// once signed in, and nothing secret but the link that is meant for him.
/// </summary>
/// <param name="LinkPath">Path on this site ("/sang-kien/7"); the address is completed when the mail is sent.</param>
public sealed record Mail(string To, string Subject, IReadOnlyList<string> Paragraphs, string LinkText = "", string LinkPath = "");
