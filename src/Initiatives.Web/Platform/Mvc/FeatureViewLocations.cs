using Microsoft.AspNetCore.Mvc.Razor;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>A view stands beside its slice: Features/{controller}/{view}.cshtml.</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    private static readonly string[] Locations = ["/Features/{1}/{0}.cshtml", "/Features/Shared/{0}.cshtml"];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) => Locations;
}
