using System.Net;

namespace Initiatives.Load.Pages;

/// <summary>Eight people who each autosave a draft of their own.</summary>
internal static class SaveDraft
{
    public static IReadOnlyList<Post> Of(Data data) => [.. data.Drafts.Take(PagesRun.Connections).Select(Of)];

    private static Post Of(Written draft)
    {
        var random = new Random(draft.Id);
        var text = new DraftText($"Bảng việc chung của đơn vị {draft.Unit}", Guid.Empty);
        for (var i = 0; i < 12; i++) text.Grow(random);
        var fields = text.Fields(0).Select(field => field.Key switch
        {
            "Version" => new KeyValuePair<string, string>("Version", "{V}"),
            "Novelty" or "Solution" => new(field.Key, field.Value + " lần ghi {N}"),
            _ => field,
        });
        var body = string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
        return new Post("dau-moi-" + draft.Unit, $"/sang-kien/{draft.Id}/soan", body.Replace("%7BV%7D", "{V}").Replace("%7BN%7D", "{N}"), draft.Version);
    }
}
