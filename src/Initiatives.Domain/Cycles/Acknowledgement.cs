using Initiatives.Domain.People;

namespace Initiatives.Domain.Cycles;

/// <summary>A unit says that it has received the launch notice (công văn phát động) of a cycle: who, for it, and when.</summary>
public sealed class Acknowledgement
{
    private Acknowledgement()
    {
    }

    public int Id { get; private set; }

    public int CycleId { get; private set; }

    public int UnitId { get; private set; }

    public int PersonId { get; private set; }

    /// <summary>As it was then.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Post of the person then.</summary>
    public string Post { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>
    /// Officer or head acknowledge for their unit, from the launch until intake closes; after that there is nothing left
    /// that a unit could do with the notice.
    /// </summary>
    public static Result<Acknowledgement> Of(Cycle cycle, Unit unit, Actor actor, DateTime now)
    {
        if (!actor.Is(Role.UnitOfficer | Role.UnitHead) || actor.UnitId != unit.Id) return Result.Fail("", "Chỉ cán bộ đầu mối hoặc thủ trưởng xác nhận cho đơn vị mình.");
        if (!unit.MaySubmit) return Result.Fail("", "Đơn vị này không gửi hồ sơ nên không phải xác nhận.");
        if (!cycle.IsChased(now)) return Result.Fail("", cycle.LaunchedAt is null ? "Kỳ này chưa phát động." : "Kỳ này đã hết hạn nhận hồ sơ, không cần xác nhận nữa.");
        return new Acknowledgement { CycleId = cycle.Id, UnitId = unit.Id, PersonId = actor.PersonId, PersonName = actor.Name, Post = actor.Post, At = now };
    }
}

/// <summary>What must hold of every acknowledgement, at any instant.</summary>
public static class AcknowledgementFaults
{
    public static IEnumerable<string> Of(Acknowledgement item, Cycle cycle, Unit unit)
    {
        if (!unit.MaySubmit) yield return $"Xác nhận {item.Id}: {unit.Name} không gửi hồ sơ.";
        if (cycle.LaunchedAt is null || item.At < cycle.LaunchedAt) yield return $"Xác nhận {item.Id}: trước khi {cycle.Name} phát động.";
        if (item.At >= cycle.ClosesAt) yield return $"Xác nhận {item.Id}: sau hạn nhận hồ sơ {cycle.Name}.";
    }
}
