using Initiatives.Domain;
using MediatR;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Renders and stores the certificate of one initiative of a published merit decision. Idempotent.</summary>
public sealed record IssueCertificate(int DecisionId, int InitiativeId) : IRequest<Result>;

/// <summary>Puts a complete draft before the head of its unit: asked from the form and from the dossier's page.</summary>
/// <param name="Version">The version that was on the page.</param>
public sealed record SendToHead(int Id, int Version) : IRequest<Result>;

/// <summary>Sends one mail. The same key is the same mail.</summary>
public sealed record SendMail(Mail.Mail Mail, string Key) : IRequest<Result>;

/// <summary>Reminds everybody of what he owes in seven, three or one days, as of a day in Việt Nam.</summary>
public sealed record SendReminders(DateOnly Day) : IRequest<Result>;

/// <summary>Mails the receipt of a dossier to its unit's officers, to the head who sent it and to its authors: added to the save that receives it.</summary>
/// <param name="Code">The receipt's code, known before the dossier has its number.</param>
public sealed record SendReceipts(string Code) : IRequest<Result>;

/// <summary>Mails the authors of a published cycle that their results can be read: added to the save that publishes it.</summary>
public sealed record SendResults(int CycleId) : IRequest<Result>;

/// <summary>Makes an author's link to confirm his line and mails it. The token stands in no row.</summary>
/// <param name="Key">Of the line; a line that says something else meanwhile is not asked.</param>
public sealed record MailAuthorLink(int InitiativeId, string Key, int AskedById) : IRequest<Result>;

/// <summary>Mails the links to choose a password that wait for one person.</summary>
public sealed record MailAccountLink(int PersonId) : IRequest<Result>;

/// <summary>Somebody said that he forgot the password of this address (in capitals). Whether there is an account is seen only now.</summary>
public sealed record StartReset(string Email) : IRequest<Result>;

/// <summary>Reads the words of a stored file, for search. Idempotent: once for each digest.</summary>
public sealed record ExtractText(string Sha256) : IRequest<Result>;

/// <summary>Seals who read scores up to now. The same hour is asked for once.</summary>
public sealed record SealReadings : IRequest<Result>;

/// <summary>Every request that crosses features or time, by its stable name.</summary>
public static class JobRequests
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["mail-author-link"] = typeof(MailAuthorLink),
        ["issue-certificate"] = typeof(IssueCertificate),
        ["send-receipts"] = typeof(SendReceipts),
        ["send-results"] = typeof(SendResults),
        ["send-mail"] = typeof(SendMail),
        ["send-reminders"] = typeof(SendReminders),
        ["mail-account-link"] = typeof(MailAccountLink),
        ["start-reset"] = typeof(StartReset),
        ["extract-text"] = typeof(ExtractText),
        ["seal-readings"] = typeof(SealReadings),
    };

    public static Type TypeOf(string name) => ByName[name];

    public static string NameOf(Type type) => ByName.Single(pair => pair.Value == type).Key;
}
