namespace Initiatives.Web.Features.Screening;

/// <summary>One of the two conditions as the form shows it.</summary>
public sealed record Condition(string MetName, string ReasonName, string Title, bool? IsMet, string Reason, string Hint);
