namespace Initiatives.Web.Platform.Mail;

/// <summary>How mail leaves: through a server (<c>Mail:Host</c>), into a folder as .eml (<c>Mail:Folder</c>, the default in Development), or not at all.</summary>
public sealed record MailSettings(string Host, int Port, string User, string Password, string From, string Folder)
{
    public bool IsOn => Host.Length > 0 || Folder.Length > 0;

    public static MailSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Mail");
        var host = section["Host"] ?? "";
        var folder = section["Folder"] ?? (host.Length == 0 && environment.IsDevelopment() ? Path.Combine(environment.ContentRootPath, "App_Data", "mail") : "");
        return new MailSettings(host, section.GetValue("Port", 587), section["User"] ?? "", section["Password"] ?? "",
            section["From"] ?? "khong-tra-loi@sangkien.example", folder);
    }
}
