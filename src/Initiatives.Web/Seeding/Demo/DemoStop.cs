namespace Initiatives.Web.Seeding.Demo;

/// <summary>How far the demo takes this year's cycle (<c>Demo:Stage</c>); last year's and next year's are the same in each.</summary>
public enum DemoStop
{
    /// <summary>Dossiers are eligible and the council is recorded; nothing is assigned.</summary>
    Assigning,

    /// <summary>Scoring is open and half done.</summary>
    Judging,

    /// <summary>Scoring is closed, judges were asked about sheets far from the others, a session is called for today.</summary>
    Meeting,
}
