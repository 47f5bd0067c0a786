using Initiatives.Domain.Submissions;
using static Initiatives.Domain.Submissions.InitiativeStatus;

namespace Initiatives.Domain.Tests.Submissions;

public class InitiativeStatusTests
{
    /// <summary>The life of DESIGN § 6, written a second time.</summary>
    private static readonly HashSet<(InitiativeStatus, InitiativeStatus)> Legal =
    [
        (Draft, AwaitingEndorsement), (AwaitingEndorsement, Draft), (AwaitingEndorsement, Submitted),
        (Submitted, Supplementing), (Supplementing, Submitted), (Submitted, Appraised), (Appraised, Appraised),
        (Appraised, Eligible), (Appraised, Ineligible), (Eligible, Judging), (Judging, Judged),
        (Judged, Recommended), (Judged, NotRecommended), (Recommended, NotRecommended), (NotRecommended, Recommended),
        (Recommended, Recognised), (NotRecommended, NotRecognised), (NotRecognised, Recognised), (Recognised, Revoked),
        (Draft, Withdrawn), (AwaitingEndorsement, Withdrawn), (Submitted, Withdrawn), (Supplementing, Withdrawn), (Appraised, Withdrawn), (Eligible, Withdrawn),
    ];

    [Fact]
    public void Every_pair_of_statuses_is_a_move_exactly_when_the_life_says_so()
    {
        foreach (var from in Enum.GetValues<InitiativeStatus>())
            foreach (var to in Enum.GetValues<InitiativeStatus>())
                Assert.True(Legal.Contains((from, to)) == InitiativeStatuses.CanMove(from, to), $"{from} → {to}");
    }

    [Fact]
    public void Outsiders_see_no_proposal_and_no_outcome_before_publication()
    {
        foreach (var status in Enum.GetValues<InitiativeStatus>())
        {
            var expected = status switch
            {
                Appraised => Submitted,
                Judged or Recommended or NotRecommended => Judging,
                _ => status,
            };
            Assert.Equal(expected, InitiativeStatuses.Shown(status));
        }
    }

    [Fact]
    public void Every_status_has_a_word_of_its_own() =>
        Assert.Equal(Enum.GetValues<InitiativeStatus>().Length, Enum.GetValues<InitiativeStatus>().Select(InitiativeStatuses.Name).Distinct().Count());
}
