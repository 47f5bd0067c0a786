using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;

namespace Initiatives.Web.Tests;

/// <summary>A dossier that a test has made, and whose it is.</summary>
public sealed record TestDossier(int Id, int Version, TestPerson Author, TestPerson Head);

public sealed partial class Given
{
    private readonly Dictionary<string, TestPerson> unitHeads = [];
    private int dossiers;

    /// <summary>The head of a unit: one person for a whole test.</summary>
    public async Task<TestPerson> Head(string unit = "11311") =>
        unitHeads.TryGetValue(unit, out var head) ? head : unitHeads[unit] = await Person(Role.UnitHead, unit);

    /// <summary>What a complete form says; a test changes what it is about.</summary>
    public static SaveDraft.Command CompleteForm(string title = "Quầy một cửa lưu động ở chợ Sắt") => new()
    {
        FormKey = Guid.NewGuid(),
        Title = title,
        SolutionType = SolutionType.Operational,
        FieldCode = "LV-C",
        Indices = ["SIPAS"],
        FirstAppliedOn = new DateOnly(2026, 3, 2),
        Summary = "Tiểu thương không bỏ sạp đi làm giấy tờ được; quầy lưu động nhận và trả kết quả ngay tại chợ.",
        PriorSituation = "Tiểu thương chợ Sắt không bỏ sạp đi làm giấy tờ được. Nhiều người nhờ nộp hộ rồi thất lạc giấy hẹn, mỗi lần đóng sạp mất chín mươi lăm phút.",
        Solution = "<p>Hai buổi mỗi tuần, phường đặt quầy lưu động ở cổng chợ, nhận sáu nhóm thủ tục và trả kết quả tại sạp.</p><ol><li>Khảo sát nhóm thủ tục tiểu thương cần nhất.</li><li>Bố trí bàn, máy in, mạng di động ở cổng chợ.</li><li>Nhận hồ sơ, trả kết quả tại sạp theo số ô.</li></ol>",
        Novelty = "Trước đây phường chỉ tư vấn lưu động; quầy này nhận hồ sơ, thu phí và mang cả kết quả đến tận sạp theo số ô, người bán không phải rời chỗ.",
        Scope = "Cổng chính chợ Sắt, áp dụng được ở các chợ loại một và loại hai.",
        ReplicationConditions = "Cần hai công chức một buổi và bộ thiết bị di động.",
        Authors = [new AuthorInput { Name = "Trần Thị K", BirthDate = new DateOnly(1984, 4, 12), Workplace = "UBND phường Hồng Bàng", Post = "Công chức Tư pháp – Hộ tịch", Qualification = "Cử nhân Luật", Share = 100 }],
        Effects = [new EffectInput { Measure = "Thời gian làm thủ tục", Before = "95", After = "20", Unit = "phút", HowMeasured = "Bấm giờ 240 lượt, tháng 4–7/2026" }],
    };

    /// <summary>The fields of a form as a browser posts them.</summary>
    public static (string Name, string Value)[] Fields(SaveDraft.Command form, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FormKey"] = form.FormKey.ToString(),
            ["Version"] = $"{form.Version}",
            ["Title"] = form.Title,
            ["SolutionType"] = $"{form.SolutionType}",
            ["FieldCode"] = form.FieldCode ?? "",
            ["Indices"] = form.Indices.FirstOrDefault() ?? "",
            ["FirstAppliedOn"] = $"{form.FirstAppliedOn:d/M/yyyy}",
            ["Summary"] = form.Summary,
            ["PriorSituation"] = form.PriorSituation,
            ["Solution"] = form.Solution,
            ["Novelty"] = form.Novelty,
            ["Scope"] = form.Scope,
            ["ReplicationConditions"] = form.ReplicationConditions,
            ["Confidential"] = form.Confidential,
        };
        foreach (var (author, i) in form.Authors.Select((author, i) => (author, i)))
        {
            fields[$"Authors[{i}].PersonId"] = $"{author.PersonId}";
            fields[$"Authors[{i}].Name"] = author.Name;
            fields[$"Authors[{i}].BirthDate"] = $"{author.BirthDate:d/M/yyyy}";
            fields[$"Authors[{i}].Workplace"] = author.Workplace;
            fields[$"Authors[{i}].Post"] = author.Post;
            fields[$"Authors[{i}].Qualification"] = author.Qualification;
            fields[$"Authors[{i}].Share"] = $"{author.Share}";
        }

        foreach (var (effect, i) in form.Effects.Select((effect, i) => (effect, i)))
        {
            fields[$"Effects[{i}].Measure"] = effect.Measure;
            fields[$"Effects[{i}].Before"] = effect.Before;
            fields[$"Effects[{i}].After"] = effect.After;
            fields[$"Effects[{i}].Unit"] = effect.Unit;
            fields[$"Effects[{i}].HowMeasured"] = effect.HowMeasured;
        }

        foreach (var (name, value) in changed) fields[name] = value;
        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>The fields of a merge page as a browser posts them.</summary>
    public static (string Name, string Value)[] Merge(Answer page, params (string Name, string Value)[] changed)
    {
        var form = Regex.Match(page.Body, "<form[^>]*id=\"tron\".*?</form>", RegexOptions.Singleline).Value;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match field in Regex.Matches(form, "<textarea[^>]*name=\"([^\"]+)\"[^>]*>\r?\n?(.*?)</textarea>", RegexOptions.Singleline))
            fields[field.Groups[1].Value] = WebUtility.HtmlDecode(field.Groups[2].Value);
        foreach (Match field in Regex.Matches(form, "<input[^>]*>"))
        {
            string Of(string name) => WebUtility.HtmlDecode(Regex.Match(field.Value, $" {name}=\"([^\"]*)\"").Groups[1].Value);
            if (Of("type") != "radio" || field.Value.Contains(" checked", StringComparison.Ordinal)) fields[Of("name")] = Of("value");
        }

        fields.Remove("__RequestVerificationToken");
        foreach (var (name, value) in changed) fields[name] = value;
        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>A complete draft of somebody's; answers where it lies.</summary>
    public async Task<SaveDraft.Saved> CompleteDraft(TestPerson author, string? title = null) =>
        Sure(await app.Send(CompleteForm(title ?? $"Quầy một cửa lưu động số {++dossiers}"), author.Actor)).Value;

    /// <summary>A dossier that waits for the head of its unit.</summary>
    public async Task<TestDossier> AwaitingDossier(string unit = "11311", TestPerson? author = null)
    {
        author ??= await Person(Role.Author, unit);
        var saved = await CompleteDraft(author);
        await Confirmed(saved.Id, author);
        Sure(await app.Send(new SendToHead(saved.Id, saved.Version), author.Actor));
        return new TestDossier(saved.Id, saved.Version + 1, author, await Head(unit));
    }

    /// <summary>A dossier that the Department has received; a cycle must be open. Answers its id.</summary>
    public async Task<int> SubmittedInitiative(string unit = "11311", TestPerson? author = null)
    {
        var dossier = await AwaitingDossier(unit, author);
        Sure(await app.Send(new EndorseInitiative.Command { Id = dossier.Id }, dossier.Head.Actor));
        return dossier.Id;
    }
}
