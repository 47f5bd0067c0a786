namespace Initiatives.Web.Components;

/// <summary>A step that is still to come: what, and who must act by when.</summary>
public sealed record TimelineStep(string What, string When);
