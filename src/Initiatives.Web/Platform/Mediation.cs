using MediatR;

namespace Initiatives.Web.Platform;

/// <summary>MediatR 5.1 has no registration of its own; going to 12 is a version and this method (README, Decisions).</summary>
public static class Mediation
{
    public static void AddMediation(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        foreach (var type in typeof(Mediation).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
            foreach (var handled in type.GetInterfaces().Where(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
                services.AddTransient(handled, type);
    }
}
