namespace Initiatives.Web.Platform;

/// <summary>
/// AutoMapper, in one place and for one use: the catalogue's cards are projected with it, as the city's technical card
/// for this system names it. Everything else selects into records by hand, which the compiler checks. The licence key is
/// the installation's (<c>AutoMapper:LicenseKey</c>); without one it works and says so in the log.
/// </summary>
public static class Mapping
{
    public static void AddMapping(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAutoMapper(options => options.LicenseKey = configuration["AutoMapper:LicenseKey"], typeof(Mapping).Assembly);
}
