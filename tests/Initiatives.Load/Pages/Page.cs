namespace Initiatives.Load.Pages;

/// <summary>One line of the report.</summary>
/// <param name="Name">As it is asked for and printed.</param>
/// <param name="Who">Local part of the address that is signed in; empty: nobody.</param>
/// <param name="Path">What is asked, from the data of <c>seed scale</c>.</param>
/// <param name="Marker">What a right answer holds: a page of another kind with status 200 is not measured by mistake.</param>
/// <param name="Phase">Of <c>seed scale</c>.</param>
internal sealed record Page(string Name, Func<Data, string> Who, Func<Data, string> Path, string Marker, string Phase = "screening")
{
    /// <summary>Posts instead of getting: one body for each connection.</summary>
    public Func<Data, IReadOnlyList<Post>>? Posts { get; init; }

    /// <summary>Every page that is measured: a line of the report is an entry here.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        new("sign-in", _ => "", _ => "/dang-nhap", "name=\"Password\""),
        new("catalogue", _ => "", _ => "/danh-muc", "/danh-muc?trang=2"),
        new("search", _ => "", _ => "/danh-muc?q=m%C3%B4+h%C3%ACnh+t%E1%BA%A1i", "/danh-muc?q="),
        new("dossier", data => "dau-moi-" + data.Sent.Unit, data => $"/sang-kien/{data.Sent.Id}", "Chặng đường"),
        new("queue-400", _ => "tham-dinh-1", _ => "/tham-dinh?tt=cho&co=0", "0400"),
        new("save-draft", _ => "", _ => "", "") { Posts = SaveDraft.Of },
        new("save-sheet", _ => "", _ => "", "", "judging") { Posts = SaveSheet.Of },
        new("ranking", _ => "uy-vien-2", data => $"/xep-hang/{data.Year}", "Theo quy tắc nào", "closed"),
        new("dossier-with-sheets", _ => "uy-vien-2", data => $"/bat-dong/{data.Year}/{data.Judged}", "Độ lệch chuẩn", "closed"),
    ];
}

/// <summary>What one connection posts again and again, with the version it was answered the last time.</summary>
/// <param name="Body">Url-encoded; {V} is the version, {N} a number that is new each time.</param>
internal sealed record Post(string Address, string Path, string Body, int Version);
