using System.Security.Cryptography;
using System.Text;
using Initiatives.Domain;
using Initiatives.Web.Mails;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;

namespace Initiatives.Web.Platform.Mail;

/// <summary>
/// Lets one mail leave. Its Message-Id comes from its key, so that one which left just before a crash and leaves again is
/// shown once by the reader's mailbox.
/// </summary>
public sealed class MailDelivery(MailSettings settings, SiteAddress site, IServiceProvider services, ILoggerFactory loggers) : IRequestHandler<SendMail, Result>
{
    /// <summary>Reserved for examples (RFC 2606): the demo's people; no server is ever troubled with them.</summary>
    private const string Reserved = ".example";

    public async Task<Result> Handle(SendMail request, CancellationToken cancellationToken)
    {
        if (!settings.IsOn) return Result.Success;
        if (!MailboxAddress.TryParse(request.Mail.To, out var to)) return Result.Fail("", $"Địa chỉ thư “{request.Mail.To}” không đúng.");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Key)))[..32];
        using var message = await MessageAsync(request.Mail, to, name);
        if (settings.Folder.Length > 0) await WriteAsync(message, name, cancellationToken);
        else if (!to.Domain.EndsWith(Reserved, StringComparison.OrdinalIgnoreCase)) await SendAsync(message, cancellationToken);
        return Result.Success;
    }

    private async Task<MimeMessage> MessageAsync(Mail mail, MailboxAddress to, string name)
    {
        var from = MailboxAddress.Parse(settings.From);
        from.Name = "Sáng Kiến Hải Phòng";
        var address = mail.LinkPath.Length > 0 ? site.Value + mail.LinkPath : "";
        var body = new BodyBuilder
        {
            TextBody = string.Join("\n\n", mail.Paragraphs.Append(address.Length > 0 ? $"{mail.LinkText}: {address}" : "").Where(part => part.Length > 0)) + "\n",
            HtmlBody = await HtmlAsync(mail, address),
        };
        var message = new MimeMessage([from], [to], mail.Subject, body.ToMessageBody()) { MessageId = $"{name}@{from.Domain}" };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task<string> HtmlAsync(Mail mail, string address)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Letter>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Letter.Subject)] = mail.Subject,
            [nameof(Letter.Paragraphs)] = mail.Paragraphs,
            [nameof(Letter.LinkText)] = mail.LinkText,
            [nameof(Letter.Address)] = address,
        }))).ToHtmlString());
    }

    private async Task WriteAsync(MimeMessage message, string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);
        var temporary = Path.Combine(settings.Folder, name + ".part");
        await message.WriteToAsync(temporary, cancellationToken);
        File.Move(temporary, Path.Combine(settings.Folder, name + ".eml"), overwrite: true);
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host, settings.Port, SecureSocketOptions.Auto, cancellationToken);
        if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
