using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>An author's line in a dossier. Shares of all lines are 100 % before it is sent.</summary>
public sealed class Authorship
{
    private Authorship()
    {
    }

    internal Authorship(AuthorContent content, int order)
    {
        PersonId = content.PersonId;
        Name = content.Name;
        BirthDate = content.BirthDate;
        Workplace = content.Workplace;
        Post = content.Post;
        Qualification = content.Qualification;
        Share = content.Share;
        Email = content.Email;
        Order = order;
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; private set; }
    public int? PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly? BirthDate { get; private set; }
    public string Workplace { get; private set; } = "";
    public string Post { get; private set; } = "";
    public string Qualification { get; private set; } = "";

    /// <summary>Percent, two decimals.</summary>
    public decimal? Share { get; private set; }

    /// <summary>Where his link to confirm goes; may be empty.</summary>
    public string Email { get; private set; } = "";

    public AuthorContent Content() => new(PersonId, Name, BirthDate, Workplace, Post, Qualification, Share) { Email = Email };
}

/// <summary>Somebody who took part in the trial without being an author.</summary>
public sealed class Participant
{
    private Participant()
    {
    }

    internal Participant(ParticipantContent content, int order) =>
        (Name, Workplace, Post, Contribution, Order) = (content.Name, content.Workplace, content.Post, content.Contribution, order);

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; } = "";
    public string Workplace { get; private set; } = "";
    public string Post { get; private set; } = "";
    public string Contribution { get; private set; } = "";

    public ParticipantContent Content() => new(Name, Workplace, Post, Contribution);
}

/// <summary>One measured or expected effect.</summary>
public sealed class Effect
{
    private Effect()
    {
    }

    internal Effect(EffectContent content, int order) =>
        (Measure, Before, After, Unit, HowMeasured, Order) = (content.Measure, content.Before, content.After, content.Unit, content.HowMeasured, order);

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; private set; }
    public string Measure { get; private set; } = "";
    public string Before { get; private set; } = "";
    public string After { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public string HowMeasured { get; private set; } = "";

    public EffectContent Content() => new(Measure, Before, After, Unit, HowMeasured);
}

/// <summary>The long texts of an initiative, 1:1 in their own table so that lists never read them.</summary>
public sealed class InitiativeText
{
    public int InitiativeId { get; private set; }
    public string PriorSituation { get; private set; } = "";
    public SafeHtml Solution { get; private set; } = SafeHtml.Empty;
    public string Novelty { get; private set; } = "";
    public string Scope { get; private set; } = "";
    public string ReplicationConditions { get; private set; } = "";
    public string Confidential { get; private set; } = "";

    internal void Take(DraftContent content) =>
        (PriorSituation, Solution, Novelty, Scope, ReplicationConditions, Confidential) =
        (content.PriorSituation, content.Solution, content.Novelty, content.Scope, content.ReplicationConditions, content.Confidential);
}
