namespace Initiatives.Web.Platform.Jobs;

public static class JobSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddScoped<JobQueue>();
        services.AddScoped<ReceiptPost>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<DailyRound>();
        services.AddSingleton<HourlyRound>();
        services.AddSingleton<ReadingLog>();
        services.AddHostedService<JobLoop>();
        services.AddHostedService<ReadingLoop>();
    }
}
