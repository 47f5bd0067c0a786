using System.Globalization;
using System.Net;

namespace Initiatives.Load.Pages;

/// <summary>Eight judges who each autosave a sheet of their own: all points, three comments of which one is new each time.</summary>
internal static class SaveSheet
{
    public static IReadOnlyList<Post> Of(Data data)
    {
        var parts = data.Parts;
        return [.. data.OpenSheets.Take(PagesRun.Connections).Select(sheet => Of(sheet, parts))];
    }

    private static Post Of(OpenSheet sheet, List<(string Code, decimal Max)> parts)
    {
        var fields = parts.Select(part => ($"Points[{part.Code}]", Math.Floor(part.Max * 0.8m).ToString(CultureInfo.InvariantCulture)))
            .Concat(parts.Select(part => part.Code[..1]).Distinct().Select(code => ($"Comments[{code}]", $"Nhận xét tiêu chí {code}: số liệu đo được, nêu rõ cách làm cũ và mới.")));
        var body = string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Item1)}={WebUtility.UrlEncode(field.Item2)}"));
        return new Post(sheet.Judge, $"/cham-diem/{sheet.Id}", $"Version={{V}}&Op=luu&{body}+l%E1%BA%A7n+{{N}}", sheet.Version);
    }
}
