using Initiatives.Domain.People;

namespace Initiatives.Web.Features.Accounts;

/// <summary>How far somebody is with his account.</summary>
public enum AccountState
{
    /// <summary>No password and never asked to choose one.</summary>
    NotInvited,

    /// <summary>No password yet; holds a link that works, or its letter is on its way.</summary>
    Invited,

    /// <summary>No password; his link ran out or was taken back.</summary>
    InvitationOver,

    /// <summary>Has a password and has never used it.</summary>
    NeverSignedIn,
    Active,
    Closed,
}

/// <summary>States as the list shows them and filters by them.</summary>
internal static class AccountStates
{
    internal sealed record Look(AccountState State, string Key, string Name, string Shape, string Icon);

    public static IReadOnlyList<Look> All { get; } =
    [
        new(AccountState.NotInvited, "chua-moi", "Chưa mời", "draft", "person"),
        new(AccountState.Invited, "da-moi", "Đã mời", "tint tone-amber", "envelope"),
        new(AccountState.InvitationOver, "loi-moi-het", "Lời mời hết hiệu lực", "outline tone-brick", "envelope-exclamation"),
        new(AccountState.NeverSignedIn, "chua-dang-nhap", "Chưa đăng nhập", "tint tone-slate", "hourglass"),
        new(AccountState.Active, "dang-dung", "Đang dùng", "tint tone-green", "person-check"),
        new(AccountState.Closed, "da-dong", "Đã đóng", "outline tone-slate", "lock"),
    ];

    public static Look Of(AccountState state) => All[(int)state];

    public static AccountState Of(bool isClosed, bool hasPassword, bool hasSignedIn, IReadOnlyCollection<AccountLink> links, DateTime now) =>
        isClosed ? AccountState.Closed
        : hasPassword ? hasSignedIn ? AccountState.Active : AccountState.NeverSignedIn
        : links.Count == 0 ? AccountState.NotInvited
        : links.Any(link => link.StateAt(now) is LinkState.Live or LinkState.Waiting) ? AccountState.Invited
        : AccountState.InvitationOver;
}
