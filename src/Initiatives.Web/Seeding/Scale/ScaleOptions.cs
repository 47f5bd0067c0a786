using System.Globalization;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>How far the big cycle has come.</summary>
public enum ScalePhase
{
    /// <summary>Intake is open: every dossier is a complete draft that nobody has put before the head yet.</summary>
    Intake,

    /// <summary>All were sent; a part waits in the Department's queue, the rest is settled.</summary>
    Screening,

    /// <summary>Scoring is open; sheets are handed in, begun, or untouched.</summary>
    Judging,

    /// <summary>Scoring is closed; every sheet was handed in and is locked.</summary>
    Closed,
}

/// <summary>What <c>seed scale</c> is asked for. The same options on the same day give the same dossiers, people and points.</summary>
public sealed record ScaleOptions
{
    public int Dossiers { get; init; } = 1000;

    /// <summary>Dossiers that wait for screening; the others are settled. Only in <see cref="ScalePhase.Screening"/>.</summary>
    public int Queue { get; init; } = 400;

    /// <summary>Complete drafts beside the dossiers.</summary>
    public int Drafts { get; init; } = 32;

    /// <summary>Recognised initiatives of the year before.</summary>
    public int Past { get; init; } = 300;
    public int Judges { get; init; } = 40;

    /// <summary>Judges of each dossier.</summary>
    public int SheetsPer { get; init; } = 5;
    public ScalePhase Phase { get; init; } = ScalePhase.Screening;
    public int Seed { get; init; } = 2026;

    /// <summary>Last day of intake; null: in a month, or in the later phases a week ago.</summary>
    public DateOnly? ClosesOn { get; init; }

    public const string Help = """
        seed scale [--dossiers 1000] [--queue 400] [--drafts 32] [--past 300] [--judges 40] [--sheets-per 5]
                   [--phase intake|screening|judging|closed] [--closes NGÀY] [--seed 2026]
        """;

    /// <summary>Reads the options; null with a sentence when one cannot be read.</summary>
    public static (ScaleOptions? Options, string Problem) Read(string[] args)
    {
        var options = new ScaleOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return (null, $"Thiếu giá trị của {args[i]}.");
            var (name, text) = (args[i], args[i + 1]);
            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            ScaleOptions? read = name switch
            {
                "--dossiers" when isNumber && number > 0 => options with { Dossiers = number },
                "--queue" when isNumber => options with { Queue = number },
                "--drafts" when isNumber => options with { Drafts = number },
                "--past" when isNumber => options with { Past = number },
                "--judges" when isNumber && number >= 3 => options with { Judges = number },
                "--sheets-per" when isNumber && number > 0 => options with { SheetsPer = number },
                "--seed" when isNumber => options with { Seed = number },
                "--phase" when !isNumber && Enum.TryParse<ScalePhase>(text, ignoreCase: true, out var phase) => options with { Phase = phase },
                "--closes" when VietnamTime.TryParseDate(text, out var day) => options with { ClosesOn = day },
                _ => null,
            };
            if (read is null) return (null, $"Không đọc được {name} {text}.");
            options = read;
        }

        if (options.SheetsPer >= options.Judges) return (null, "Mỗi hồ sơ cần ít người chấm hơn số thành viên Hội đồng.");
        return (options with { Queue = Math.Min(options.Queue, options.Dossiers) }, "");
    }
}
