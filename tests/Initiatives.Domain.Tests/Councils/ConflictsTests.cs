using Initiatives.Domain.Councils;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Councils;

public sealed class ConflictsTests
{
    private static readonly JudgeFacts Judge = new(1, 10, "Trần Thị Bình");
    private static readonly PersonFacts JudgeAsAuthor = new(1, "Trần Thị Bình");
    private static readonly PersonFacts Stranger = new(7, "Lê Văn Cường");

    private static DossierFacts Dossier(int id, int unit, int? appraiser, params PersonFacts[] authors) => new(id, unit, authors, appraiser);

    public static TheoryData<string, DossierFacts, ConflictKind?> Single => new()
    {
        { "nothing in common", Dossier(1, 20, 5, Stranger), null },
        { "his own, sent by another unit", Dossier(1, 20, 5, Stranger, JudgeAsAuthor), ConflictKind.Author },
        { "his own, named without an account, from his unit", Dossier(1, 10, 5, new PersonFacts(null, "TRẦN THỊ BÌNH")), ConflictKind.Author },
        { "a namesake without an account in another unit", Dossier(1, 20, 5, new PersonFacts(null, "Trần Thị Bình")), null },
        { "a namesake with an account of his own", Dossier(1, 20, 5, new PersonFacts(99, "Trần Thị Bình")), null },
        { "from his unit", Dossier(1, 10, 5, Stranger), ConflictKind.Unit },
        { "appraised by himself", Dossier(1, 20, 1, Stranger), ConflictKind.Appraiser },
        { "not appraised", Dossier(1, 20, null, Stranger), null },
    };

    [Theory, MemberData(nameof(Single))]
    public void A_dossier_by_itself(string what, DossierFacts dossier, ConflictKind? expected) =>
        Assert.Equal((what, expected), (what, Conflicts.Find(Judge, dossier, [dossier])));

    [Fact]
    public void Nobody_judges_another_dossier_of_his_co_author()
    {
        var together = Dossier(1, 20, 5, JudgeAsAuthor, Stranger);
        var other = Dossier(2, 30, 5, Stranger);
        Assert.Equal(ConflictKind.CoAuthor, Conflicts.Find(Judge, other, [together, other]));
    }

    [Fact]
    public void A_co_author_without_an_account_is_known_by_name_and_unit()
    {
        var together = Dossier(1, 20, 5, JudgeAsAuthor, new PersonFacts(null, "Lê Văn Cường"));
        var sameUnit = Dossier(2, 20, 5, Stranger);
        var elsewhere = Dossier(3, 30, 5, new PersonFacts(null, "Lê Văn Cường"));
        Assert.Equal(ConflictKind.CoAuthor, Conflicts.Find(Judge, sameUnit, [together, sameUnit, elsewhere]));
        Assert.Null(Conflicts.Find(Judge, elsewhere, [together, sameUnit, elsewhere]));
    }

    [Fact]
    public void A_co_author_of_a_co_author_is_no_conflict()
    {
        var together = Dossier(1, 20, 5, JudgeAsAuthor, Stranger);
        var further = Dossier(2, 30, 5, Stranger, new PersonFacts(8, "Phạm Thị Dung"));
        var third = Dossier(3, 40, 5, new PersonFacts(8, "Phạm Thị Dung"));
        Assert.Null(Conflicts.Find(Judge, third, [together, further, third]));
    }

    [Fact]
    public void No_conflict_changes_once_the_council_has_concluded_or_the_dossier_has_left() => Assert.Equal(
        [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised, InitiativeStatus.Eligible, InitiativeStatus.Judging, InitiativeStatus.Judged],
        Enum.GetValues<InitiativeStatus>().Where(Conflict.MayChange));

    [Fact]
    public void A_conflicted_assignment_is_refused_with_the_reason()
    {
        var result = ScoringAssignment.Give(1, 1, Judge, ConflictKind.Unit, DateTime.UnixEpoch);
        Assert.Equal("Trần Thị Bình cùng đơn vị, không được chấm hồ sơ này.", Assert.Single(result.Problems).Message);
    }
}
