using Initiatives.Domain.Submissions;
using Initiatives.Web.Platform.Mail;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Lets the receipt of a dossier go out by mail with the save that receives it, by whichever way it came.</summary>
public sealed class ReceiptPost(JobQueue jobs, Outbox outbox)
{
    public void Add(Endorsement endorsement)
    {
        if (outbox.IsOn && endorsement.Code is { } code) jobs.Enqueue(new SendReceipts(code), $"bien-nhan:{code}");
    }
}
