using Initiatives.Web.Platform.Jobs;

namespace Initiatives.Web.Platform.Mail;

/// <summary>Adds a mail to the save at hand: it goes out exactly when the change it tells of is on disk.</summary>
public sealed class Outbox(JobQueue jobs, MailSettings settings)
{
    /// <summary>False where no way for mail is configured: pages then offer slips to print or text to copy.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Sends <paramref name="mail"/> once for <paramref name="key"/>; nothing where mail is off or nobody is named.</summary>
    public void Add(Mail mail, string key)
    {
        if (IsOn && mail.To.Length > 0) jobs.Enqueue(new SendMail(mail, key), $"thu:{key}");
    }
}
