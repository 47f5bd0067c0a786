using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.People;

public sealed class LinkAndPasswordTests
{
    private static readonly DateTime Now = new(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc);
    private static readonly string Digest = new('a', 64);

    private static AccountLink Live(LinkPurpose purpose = LinkPurpose.Invitation)
    {
        var link = AccountLink.Issue(purpose, 1, 2, byMail: false, Now);
        link.HandOut(Digest);
        return link;
    }

    [Fact]
    public void A_link_waits_lives_and_ends()
    {
        Assert.Equal(LinkState.Waiting, AccountLink.Issue(LinkPurpose.Reset, 1, 2, byMail: true, Now).StateAt(Now));
        Assert.Equal(LinkState.Live, Live().StateAt(Now.AddDays(14).AddTicks(-1)));
        Assert.Equal(LinkState.Expired, Live().StateAt(Now.AddDays(14)));
        Assert.Equal(LinkState.Expired, Live(LinkPurpose.Reset).StateAt(Now.AddHours(24)));
    }

    [Fact]
    public void It_is_used_once_and_not_after_it_was_taken_back()
    {
        var used = Live();
        Assert.True(used.Use(Now).Ok);
        Assert.False(used.Use(Now).Ok);
        used.Revoke(Now);
        Assert.Equal(LinkState.Used, used.StateAt(Now));
        Assert.Empty(AccountLinkFaults.Of(used));
        var revoked = Live();
        revoked.Revoke(Now);
        Assert.False(revoked.Use(Now).Ok);
        Assert.False(AccountLink.Issue(LinkPurpose.Reset, 1, 2, byMail: true, Now).Use(Now).Ok);
    }

    [Theory]
    [InlineData("K7MQ 2XPT–ABCD.EFGH-JKMN-PQRS", "k7mq2xptabcdefghjkmnpqrs")]
    [InlineData("k7mq-2xpt-abcd-efgh-jkmn-pqr", "")]
    [InlineData("k7mq-2xpt-abcd-efgh-jkmn-pqr0", "")]
    [InlineData(null, "")]
    public void A_token_is_read_as_it_is_typed(string? typed, string letters) => Assert.Equal(letters, LinkToken.Read(typed));

    [Fact]
    public void A_token_is_shown_in_groups_of_four() => Assert.Equal("k7mq-2xpt-abcd-efgh-jkmn-pqrs", LinkToken.Show("k7mq2xptabcdefghjkmnpqrs"));

    [Theory]
    [InlineData("hai-au-bay-xa-7", null)]
    [InlineData("ngắn1", "ít nhất 10 ký tự")]
    [InlineData("toàn chữ không số", "có chữ và số")]
    [InlineData("12345678901", "có chữ và số")]
    [InlineData("aaaa1111bb", "lặp lại quá ít ký tự")]
    [InlineData("Trần Thị Kim 9", "chứa họ tên")]
    [InlineData("kim.tran@2026", "chứa tên đăng nhập")]
    [InlineData("Password2026", "hay bị thử")]
    [InlineData("Haiphong@2026", "hay bị thử")]
    [InlineData("mat khau 1 2 3", "hay bị thử")]
    [InlineData("mat-khau-thu-1", null)]
    public void A_password_is_refused_for_what_others_would_try(string password, string? reason)
    {
        var refusal = PasswordRules.Refusal(password, "Trần Thị Kim", "kim.tran@hongbang.example");
        if (reason is null) Assert.Null(refusal);
        else Assert.Contains(reason, refusal);
    }
}
