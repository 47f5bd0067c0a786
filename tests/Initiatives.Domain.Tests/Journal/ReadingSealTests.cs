using Initiatives.Domain.Journal;

namespace Initiatives.Domain.Tests.Journal;

public class ReadingSealTests
{
    private static ScoreReading Row(int batch, int line, string page = "/xep-hang/2026")
    {
        var row = ScoreReading.Of(5, "Trần Văn Bình", Some.InOctober, page, null);
        row.Number(batch, line);
        return row;
    }

    [Fact]
    public void A_seal_covers_what_it_sealed_and_nothing_else()
    {
        ScoreReading[] rows = [Row(1, 1), Row(1, 2), Row(2, 1)];
        var seal = ReadingSeal.Over(rows, Some.InOctober);
        Assert.Equal((1, 2, 3), (seal.FromBatch, seal.ToBatch, seal.Count));
        Assert.True(seal.Covers([Row(1, 1), Row(1, 2), Row(2, 1)]));
        Assert.False(seal.Covers([Row(1, 1), Row(2, 1)]));
        Assert.False(seal.Covers([Row(1, 1), Row(1, 2, "/xep-hang/2025"), Row(2, 1)]));
        Assert.False(seal.Covers([Row(1, 2), Row(1, 1), Row(2, 1)]));
    }

    [Fact]
    public void The_digest_is_the_chain_of_the_journal_over_the_rows() =>
        Assert.Equal(HashChain.Seal(HashChain.Genesis, Row(1, 1).Fields()), ReadingSeal.Over([Row(1, 1)], Some.InOctober).Sha256);
}
