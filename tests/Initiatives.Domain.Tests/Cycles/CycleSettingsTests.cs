using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Tests.Cycles;

public class CycleSettingsTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.True(new CycleSettings().Check().Ok);

    public static TheoryData<string, CycleSettings> Refused => new()
    {
        { nameof(CycleSettings.MaxMerit), new() { MaxMerit = 6 } },
        { nameof(CycleSettings.MaxMerit), new() { MaxMerit = -1 } },
        { nameof(CycleSettings.PassMean), new() { PassMean = 100.5m } },
        { nameof(CycleSettings.PassCriterionShare), new() { PassCriterionShare = 1.01m } },
        { nameof(CycleSettings.PassVoteShare), new() { PassVoteShare = new Fraction(3, 2) } },
        { nameof(CycleSettings.QuorumShare), new() { QuorumShare = default } },
        { nameof(CycleSettings.MinSheets), new() { MinSheets = 0 } },
        { nameof(CycleSettings.JudgesPerDossier), new() { JudgesPerDossier = 0 } },
        { nameof(CycleSettings.JudgesPerDossier), new() { JudgesPerDossier = 51 } },
        { nameof(CycleSettings.ReviewersPerDossier), new() { ReviewersPerDossier = -1 } },
        { nameof(CycleSettings.ReviewersPerDossier), new() { JudgesPerDossier = 3, ReviewersPerDossier = 4 } },
        { nameof(CycleSettings.MinSheetShare), new() { MinSheetShare = new Fraction(1, 0) } },
        { nameof(CycleSettings.DropExtremesFrom), new() { DropExtremesFrom = 2 } },
        { nameof(CycleSettings.OutlierPoints), new() { OutlierPoints = 0 } },
        { nameof(CycleSettings.SupplementWorkingDays), new() { SupplementWorkingDays = 31 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_out_of_its_range_is_refused_by_name(string field, CycleSettings settings) =>
        Assert.Equal(field, Assert.Single(settings.Check().Problems).Field);

    [Fact]
    public void Each_pass_rule_may_be_switched_off() =>
        Assert.True(new CycleSettings { PassMean = null, PassCriterionShare = null, PassVoteShare = null, MaxMerit = 0 }.Check().Ok);
}
