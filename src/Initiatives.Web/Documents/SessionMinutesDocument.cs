namespace Initiatives.Web.Documents;

/// <summary>Biên bản họp Hội đồng (NĐ 30/2020, Phụ lục III, mẫu 1.9).</summary>
public static class SessionMinutesDocument
{
    private static readonly float[] MeanWidths = [85, 40, 40];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(SessionMinutesModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        var day = Printed.Date(DateOnly.FromDateTime(model.StartedAt));
        new Sheet(fonts, SheetInfo.For($"Biên bản số {number}: {model.SessionTitle}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {day}"))
            .Add(Nd30.Title("BIÊN BẢN", model.SessionTitle))
            .Add(Opening(model, day))
            .Add(People(model))
            .Add(Part("II. Nội dung, diễn biến phiên họp"))
            .Add(model.Items.SelectMany((item, i) => Item(item, i + 1, model.Members)))
            .Add(Rest(model))
            .Add(Part("III. Kết luận"))
            .Add(model.Conclusion.Select(text => Nd30.Body(new Run(text))))
            .Add(Nd30.Body(new Run(Nd30.End(Closing(model)))))
            .Add(Nd30.TwoSignatures(
                new Signatory(["THƯ KÝ"], model.Secretary),
                model.Chair with { Capacity = ["CHỦ TRÌ", .. model.Chair.Capacity] }))
            .Add(new Gap(10) { KeepWithPrevious = true })
            .Add(Nd30.Recipients(model.Recipients))
            .Write(stream);
    }

    private static IEnumerable<Block> Opening(SessionMinutesModel model, string day) =>
    [
        Nd30.Body(new Run($"Thời gian bắt đầu: {Printed.Time(TimeOnly.FromDateTime(model.StartedAt))}, {day}.")),
        Nd30.Body(new Run($"Địa điểm: {model.Venue}.")),
        Nd30.Body(new Run($"{model.CouncilName} được thành lập theo {model.EstablishedBy}.")),
    ];

    private static IEnumerable<Block> People(SessionMinutesModel model)
    {
        yield return Part("I. Thành phần tham dự");
        var met = model.Present.Count >= model.QuorumNeeded;
        yield return Nd30.Body(new Run(
            $"Tổng số thành viên Hội đồng: {Printed.Count(model.Members)}. Có mặt: {Printed.Share(model.Present.Count, model.Members)}; " +
            $"vắng mặt: {Printed.Count(model.Absent.Count)}. Yêu cầu có mặt ít nhất {Printed.Count(model.QuorumNeeded)} thành viên; " +
            $"phiên họp {(met ? "đủ điều kiện" : "không đủ điều kiện")} tiến hành."));
        foreach (var block in List("1. Thành viên có mặt", model.Present)) yield return block;
        foreach (var block in List("2. Thành viên vắng mặt", model.Absent)) yield return block;
        if (model.Guests.Count > 0)
            foreach (var block in List("3. Đại biểu mời", model.Guests)) yield return block;
        if (model.Changes.Count > 0)
            foreach (var block in Lines("Thay đổi thành phần trong phiên họp", model.Changes)) yield return block;
        if (model.Board.Count > 0)
            yield return Nd30.Body(new Run($"Ban kiểm phiếu: {string.Join("; ", model.Board.Select((name, i) => i == 0 ? $"{name} (trưởng ban)" : name))}."));
    }

    /// <summary>What the session did besides concluding on a dossier.</summary>
    private static IEnumerable<Block> Rest(SessionMinutesModel model)
    {
        if (model.TieBallots.Count > 0)
            foreach (var block in Lines("Bỏ phiếu kín giữa các hồ sơ bằng nhau", model.TieBallots)) yield return block;
        if (model.Postponed.Count > 0)
            foreach (var block in Lines("Hồ sơ chưa kết luận tại phiên này", model.Postponed)) yield return block;
        if (model.Reopened.Count > 0)
            foreach (var block in Lines("Phiếu chấm được mở lại", model.Reopened)) yield return block;
    }

    private static IEnumerable<Block> Lines(string title, IReadOnlyList<string> lines)
    {
        yield return Nd30.Body(new Run(title + ":")) with { Before = 4, After = 2, KeepWithNext = true };
        for (var i = 0; i < lines.Count; i++)
            yield return Nd30.Body(new Run($"- {lines[i].TrimEnd('.')}{(i == lines.Count - 1 ? "." : ";")}")) with { After = i == lines.Count - 1 ? 6 : 2 };
    }

    private static IEnumerable<Block> List(string title, IReadOnlyList<SessionPerson> people)
    {
        yield return Nd30.Body(new Run(title + (people.Count == 0 ? ": không." : ":"))) with { After = 2, KeepWithNext = people.Count > 0 };
        for (var i = 0; i < people.Count; i++)
        {
            var end = i == people.Count - 1 ? "." : ";";
            yield return Nd30.Body(new Run($"- {Person(people[i])}{end}")) with { After = end == "." ? 6 : 2 };
        }
    }

    private static IEnumerable<Block> Item(MinutesItem item, int index, int members)
    {
        yield return Nd30.Body(new Run($"{index}. Sáng kiến “{item.Title}” (mã hồ sơ {item.Code})", Face.Bold)) with { Before = 4, KeepWithNext = true };
        if (item.Recused.Count > 0)
            yield return Nd30.Body(new Run($"Không tham gia xem xét hồ sơ này: {string.Join("; ", item.Recused.Select(Person))}."));
        foreach (var text in item.Discussion) yield return Nd30.Body(new Run(text));
        yield return Nd30.Body(new Run($"Điểm trung bình của {Printed.Count(item.Sheets)} phiếu chấm hợp lệ{(item.Entered > 0 ? $", trong đó {Printed.Count(item.Entered)} phiếu nhập thay từ bản giấy đã ký" : "")}:")) with { KeepWithNext = true };
        yield return new Table(MeanWidths,
            [.. new[] { "Tiêu chí", "Điểm tối đa", "Điểm trung bình" }.Select(name => new Cell(name, Face.Bold, Align.Center, 13))],
            [
                .. item.Means.Select(mean => Mean(mean, Face.Regular)),
                Mean(new MinutesMean("Tổng điểm", item.Means.Sum(mean => mean.Max), item.Total), Face.Bold),
            ])
        { IsWhole = true };
        if (item.Vote is { } vote) yield return Nd30.Body(new Run(Vote(vote, members)));
        foreach (var text in item.Corrections) yield return Nd30.Body(new Run(text));
        foreach (var text in item.Resolutions) yield return Nd30.Body(new Run($"Nghị quyết của Hội đồng: {text}"));
        if (item.Dissent is { } dissent) yield return Nd30.Body(new Run($"Ý kiến bảo lưu: {dissent}"));
        yield return Nd30.Body(new Run("Kết luận: ", Face.Bold), new Run(item.Conclusion));
    }

    private static IReadOnlyList<Cell> Mean(MinutesMean mean, Face face) =>
    [
        new(mean.Name, face, size: 13),
        new(Printed.Decimal(mean.Max), face, Align.Center, 13),
        new(Printed.Mean(mean.Mean), face, Align.Center, 13),
    ];

    /// <summary>The share is shown on both bases: those entitled on this dossier, and all members of the council.</summary>
    private static string Vote(MinutesVote vote, int members)
    {
        var shares = vote.Entitled == members
            ? $"{Printed.Share(vote.For, members)} tổng số thành viên Hội đồng"
            : $"{Printed.Share(vote.For, vote.Entitled)} số thành viên được biểu quyết hồ sơ này " +
              $"({Printed.Share(vote.For, members)} tổng số thành viên Hội đồng)";
        var room = vote.Present > 0 ? $" Lúc biểu quyết có mặt {Printed.Count(vote.Present)} thành viên." : "";
        if (vote.Abstaining is { } abstaining)
            return $"Kết quả biểu quyết giơ tay: đồng ý {shares}; không đồng ý {Printed.Count(vote.Against)}; không có ý kiến {Printed.Count(abstaining)}.{room}";
        var counted = vote.Counters.Count > 0 ? $" Kiểm phiếu: {string.Join(", ", vote.Counters)}." : "";
        var invalid = vote.Invalid > 0 ? $", không hợp lệ {Printed.Count(vote.Invalid)} phiếu" : "";
        return $"Kết quả bỏ phiếu kín: phát ra {Printed.Count(vote.Issued)} phiếu, thu về {Printed.Count(vote.Returned)} phiếu, " +
               $"hợp lệ {Printed.Count(vote.Valid)} phiếu{invalid}; đồng ý {shares}; không đồng ý {Printed.Count(vote.Against)} phiếu.{room}{counted}";
    }

    private static string Closing(SessionMinutesModel model) => model.EndedAt is { } ended
        ? $"Phiên họp kết thúc vào {Printed.Time(TimeOnly.FromDateTime(ended))}, {Printed.Date(DateOnly.FromDateTime(ended))}. Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe và thống nhất thông qua"
        : "Phiên họp kết thúc vào … giờ … phút, ngày … tháng … năm …";

    private static Paragraph Part(string title) => Nd30.Body(new Run(title, Face.Bold)) with { Before = 4, KeepWithNext = true };

    private static string Person(SessionPerson person) =>
        $"{person.Name}, {person.Post}{person.Reason switch { null => "", "" => " (chưa ghi lý do)", var reason => $" (lý do: {reason})" }}";
}
