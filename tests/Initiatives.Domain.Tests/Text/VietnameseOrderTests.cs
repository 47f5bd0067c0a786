using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class VietnameseOrderTests
{
    private static void AssertOrder(params string[] expected)
    {
        var sorted = expected.Reverse().OrderBy(VietnameseText.SortKey, StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, sorted);
        Assert.Equal(expected.Length, expected.Select(VietnameseText.SortKey).Distinct().Count());
    }

    [Fact]
    public void Letters_follow_the_Vietnamese_alphabet() => AssertOrder(
        "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y");

    [Fact]
    public void Tones_go_ngang_huyen_hoi_nga_sac_nang() =>
        AssertOrder("ma", "mà", "mả", "mã", "má", "mạ", "măng", "mân", "mần", "mấn");

    [Fact]
    public void Letters_decide_before_tones_and_tones_before_case() =>
        AssertOrder("ha", "Ha", "hà", "Hà", "han", "hàng", "háng", "hát");

    [Fact]
    public void Dd_stands_between_d_and_e() =>
        AssertOrder("Dương Kinh", "Đại Bản", "Đồ Sơn", "Em");

    [Fact]
    public void Cẩm_Giang_and_Cẩm_Giàng_are_two_places() =>
        AssertOrder("Cẩm Giang", "Cẩm Giàng", "Cẩm Giàng A", "Cẩm La");

    [Fact]
    public void A_shorter_name_comes_before_the_longer_one_that_begins_with_it() =>
        AssertOrder("", "An", "An Biên", "An Dương", "Anh");

    [Fact]
    public void Numbers_go_by_value_and_before_letters() =>
        AssertOrder("Khu 2", "Khu 2A", "Khu 10", "Khu 123456789012", "Khu A");

    [Fact]
    public void Both_spellings_of_Hòa_and_both_Unicode_forms_share_a_key()
    {
        Assert.Equal(VietnameseText.SortKey("Hòa Bình"), VietnameseText.SortKey("Hoà Bình"));
        Assert.Equal(VietnameseText.SortKey("Tuần Đường"), VietnameseText.SortKey("Tuần Đường".Normalize(NormalizationForm.FormD)));
        Assert.Equal(VietnameseText.SortKey("Lê-Chân"), VietnameseText.SortKey(" Lê  Chân."));
    }

    [Fact]
    public void Keys_are_small_letters_and_digits_that_every_collation_sorts_alike() => Prop.ForAll(AnyText.Strings, text =>
        VietnameseText.SortKey(text).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z'))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_key_is_the_beginning_of_another() => Prop.ForAll(AnyText.Strings, AnyText.Strings, (x, y) =>
    {
        var (a, b) = (VietnameseText.SortKey(x), VietnameseText.SortKey(y));
        return a == b || !a.StartsWith(b, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();
}
