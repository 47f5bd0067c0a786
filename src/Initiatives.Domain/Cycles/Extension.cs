using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>What the Department writes down when it grants or ends an extension.</summary>
/// <param name="RequestedBy">Who asked, in words.</param>
/// <param name="Reason">Stays with the Department.</param>
/// <param name="AllowedBy">Who allowed it.</param>
/// <param name="DocumentNumber">Number and sign of the approving document.</param>
public sealed record ExtensionGrounds(string RequestedBy, string Reason, string AllowedBy, string DocumentNumber, DateOnly? DocumentDate);

/// <summary>
/// What everybody may know of an extension: for whom, until when, by which document. Who asked and why is not in it
/// (issue: the reason stays with the Department).
/// </summary>
public sealed record ExtensionNotice
{
    public required int Id { get; init; }
    public required int CycleId { get; init; }

    /// <summary>Null: all units.</summary>
    public required int? UnitId { get; init; }

    /// <summary>UTC, exclusive.</summary>
    public required DateTime ClosesAt { get; init; }
    public required string DocumentNumber { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required DateTime GrantedAt { get; init; }

    /// <summary>The extension that this row ends; null: this row grants one.</summary>
    public required int? EndsId { get; init; }

    /// <summary>"văn bản số 512/SKHCN-VP ngày 30/9/2026".</summary>
    public string Document => $"văn bản số {DocumentNumber} ngày {VietnamTime.Short(DocumentDate)}";
}

/// <summary>
/// A later cut-off for one unit, or for all after an outage (gia hạn). A row is never edited: a wrong one is ended by a new
/// row, and what arrived before that instant stays in time.
/// </summary>
public sealed class Extension
{
    private Extension()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>Null: all units.</summary>
    public int? UnitId { get; private set; }

    public string RequestedBy { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string AllowedBy { get; private set; } = "";
    public string DocumentNumber { get; private set; } = "";
    public DateOnly DocumentDate { get; private set; }

    /// <summary>The new hour, UTC, exclusive; of a row that ends another one the instant from which that no longer counts.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>The extension that this row ends; null: this row grants one.</summary>
    public int? EndsId { get; private set; }

    public int GrantedById { get; private set; }
    public string GrantedByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime GrantedAt { get; private set; }

    public ExtensionNotice Notice() => new()
    {
        Id = Id,
        CycleId = CycleId,
        UnitId = UnitId,
        ClosesAt = ClosesAt,
        DocumentNumber = DocumentNumber,
        DocumentDate = DocumentDate,
        GrantedAt = GrantedAt,
        EndsId = EndsId,
    };

    internal static Result<Extension> Write(int cycleId, int? unitId, ExtensionGrounds grounds, DateTime closesAt, int? endsId, Actor actor, DateTime now)
    {
        var problems = new List<Problem>();
        string Need(string text, string field, string message)
        {
            if (VietnameseText.Normalize(text) is { Length: > 0 } said) return said;
            problems.Add(new(field, message));
            return "";
        }

        var row = new Extension
        {
            CycleId = cycleId,
            UnitId = unitId,
            RequestedBy = endsId is null ? Need(grounds.RequestedBy, nameof(RequestedBy), "Ghi ai đề nghị gia hạn.") : VietnameseText.Normalize(grounds.RequestedBy),
            Reason = Need(grounds.Reason, nameof(Reason), endsId is null ? "Ghi lý do gia hạn. Chỉ Sở KH&CN đọc được lý do này." : "Ghi lý do kết thúc gia hạn."),
            AllowedBy = Need(grounds.AllowedBy, nameof(AllowedBy), "Ghi người cho phép và chức vụ."),
            DocumentNumber = Text.DocumentNumber.Normalize(Need(grounds.DocumentNumber, nameof(DocumentNumber), "Ghi số, ký hiệu văn bản cho phép.")),
            DocumentDate = grounds.DocumentDate ?? default,
            ClosesAt = closesAt,
            EndsId = endsId,
            GrantedById = actor.PersonId,
            GrantedByName = actor.Name,
            GrantedAt = now,
        };
        if (grounds.DocumentDate is null) problems.Add(new(nameof(DocumentDate), "Ghi ngày của văn bản cho phép."));
        else if (grounds.DocumentDate > VietnamTime.Today(now)) problems.Add(new(nameof(DocumentDate), "Ngày văn bản không thể ở sau hôm nay."));
        return problems.Count == 0 ? row : Result.Fail(problems);
    }
}
