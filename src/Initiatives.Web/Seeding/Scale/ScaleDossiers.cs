using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Seeding.Demo;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>How far a dossier of the big cycle goes.</summary>
internal enum ScaleLife
{
    Draft,
    Submitted,
    Proposed,
    Eligible,
    Ineligible,
}

/// <summary>
/// Writes dossiers a hundred at a time: the texts of the demo under titles of their own, moved along by the same methods
/// of the Domain that the screens' handlers call, each act in the journal.
/// </summary>
internal sealed class ScaleDossiers(ScaleStage stage, ScalePeople people, ScaleFiles files)
{
    private const int Batch = 100;
    private int made;

    /// <summary>Writes <paramref name="lives"/>.Count dossiers; answers their ids.</summary>
    /// <param name="opened">Instant from which on they were written, one minute apart in their order.</param>
    public async Task<List<int>> WriteAsync(Cycle? cycle, IReadOnlyList<ScaleLife> lives, DateTime opened, TimeSpan step, string what)
    {
        var ids = new List<int>(lives.Count);
        for (var from = 0; from < lives.Count; from += Batch)
        {
            var rows = lives.Skip(from).Take(Batch).Select((life, i) => new Row(life, opened + step * (from + i), stage.Text(made++))).ToList();
            ids.AddRange(await WriteBatchAsync(cycle, rows));
            stage.Progress(what, from + rows.Count, lives.Count);
        }

        return ids;
    }

    /// <summary>One dossier in the making.</summary>
    private sealed class Row(ScaleLife life, DateTime at, (DemoInitiative Source, int Number) text)
    {
        public ScaleLife Life => life;

        /// <summary>When its draft was begun.</summary>
        public DateTime At => at;
        public DemoInitiative Source => text.Source;
        public int Number => text.Number;
        public Unit Unit { get; set; } = null!;
        public Initiative Initiative { get; set; } = null!;
        public IReadOnlyList<DossierFile> Files { get; set; } = [];
        public Appraisal? Appraisal { get; set; }
    }

    private Task<List<int>> WriteBatchAsync(Cycle? cycle, List<Row> rows) => stage.With(async db =>
    {
        foreach (var row in rows)
        {
            row.Unit = people.Units[row.Number * 31 % people.Units.Count];
            var officer = people.OfficerOf(row.Unit).Actor;
            row.Initiative = Must(Initiative.Start(stage.Key(), Content(row), officer, row.At));
            row.Files = files.Some(stage.Random);
            db.Add(row.Initiative);
            db.Record(officer, JournalActions.DraftStarted, row.Initiative);
        }

        await db.SaveChangesAsync();
        foreach (var row in rows) Attach(db, row);
        if (cycle is not null) foreach (var row in rows.Where(row => row.Life > ScaleLife.Draft)) Send(db, cycle, row);
        await db.SaveChangesAsync();
        foreach (var row in rows.Where(row => row.Life > ScaleLife.Submitted)) Propose(db, row);
        await db.SaveChangesAsync();
        foreach (var row in rows.Where(row => row.Life > ScaleLife.Proposed)) Settle(db, row);
        await db.SaveChangesAsync();
        return rows.ConvertAll(row => row.Initiative.Id);
    });

    private void Attach(AppDb db, Row row)
    {
        var officer = people.OfficerOf(row.Unit).Actor;
        foreach (var file in row.Files)
        {
            db.Add(Attachment.Add(row.Initiative.Id, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256, officer.PersonId, row.At));
            db.Record(officer, JournalActions.FileAttached, row.Initiative, file.FileName);
        }
    }

    private void Send(AppDb db, Cycle cycle, Row row)
    {
        var (officer, head) = (people.OfficerOf(row.Unit).Actor, people.HeadOf(row.Unit).Actor);
        Must(row.Initiative.SendToHead(row.Initiative.Version, row.At.AddHours(1)));
        db.Record(officer, JournalActions.SentToHead, row.Initiative);
        db.Add(Must(row.Initiative.Endorse(IntakeWindow.Of(cycle), new EndorsementGrounds(null, row.Files, AnotherHeadMay: true), head, row.At.AddHours(2))));
        db.TakeNumber(cycle.RegisterCounter, row.Initiative.Register);
        db.Record(head, JournalActions.Endorsed, row.Initiative, cycle.Name);
    }

    private void Propose(AppDb db, Row row)
    {
        var appraiser = people.Appraisers[row.Number % people.Appraisers.Count].Actor;
        row.Appraisal = Must(Appraisal.Propose(row.Initiative,
            isFirst: true, "Đã tra hồ sơ các kỳ trước và danh mục công khai, không thấy giải pháp trùng trong thành phố.",
            isEffective: row.Life != ScaleLife.Ineligible, row.Life == ScaleLife.Ineligible ? "Số liệu nêu ra chưa đo được tác dụng của giải pháp." : $"Có số liệu trước và sau: {row.Source.Effects[0].Measure}.",
            appraiser, row.At.AddHours(26)));
        db.Add(row.Appraisal);
        db.Record(appraiser, JournalActions.AppraisalProposed, row.Initiative);
    }

    private void Settle(AppDb db, Row row)
    {
        Must(row.Appraisal!.Approve(row.Initiative, people.Lead.Actor, row.At.AddHours(50)));
        db.Record(people.Lead.Actor, JournalActions.EligibilityApproved, row.Initiative);
    }

    private DraftContent Content(Row row)
    {
        var (source, officer) = (row.Source, people.OfficerOf(row.Unit).Person);
        return new DraftContent
        {
            Title = $"{source.Title}: mô hình {row.Number} tại {row.Unit.ShortName}",
            SolutionType = source.SolutionType,
            FieldCode = source.Field,
            Indices = source.Indices,
            FirstAppliedOn = VietnamTime.Today(row.At).AddDays(-source.FirstAppliedDaysBeforeLaunch),
            Summary = VietnameseText.Normalize(source.Summary),
            PriorSituation = VietnameseText.Normalize(source.PriorSolution),
            Solution = stage.Clean(source.SolutionHtml),
            Novelty = VietnameseText.Normalize(source.Novelty),
            Scope = VietnameseText.Normalize(source.Scope),
            ReplicationConditions = VietnameseText.Normalize(source.ReplicationConditions),
            Confidential = VietnameseText.Normalize(source.Confidential),
            Authors =
            [
                new(officer.Id, officer.Name, new DateOnly(1985, 3, 14), row.Unit.Name, officer.Post, "Thạc sĩ", 60),
                new(null, ScalePeople.Name(row.Number + 5), new DateOnly(1990, 11, 2), row.Unit.Name, "Công chức", "Cử nhân", 40),
            ],
            Participants = [.. source.Participants.Select(person => new ParticipantContent(person.Name, person.Workplace, person.Post, VietnameseText.Normalize(person.Contribution)))],
            Effects = [.. source.Effects.Select(effect => new EffectContent(effect.Measure, effect.Before, effect.After, effect.Unit, VietnameseText.Normalize(effect.HowMeasured)))],
        };
    }

    internal static T Must<T>(Result<T> result) => result.Ok ? result.Value : throw Refused(result);

    internal static void Must(Result result)
    {
        if (!result.Ok) throw Refused(result);
    }

    private static InvalidOperationException Refused(Result result) => new(string.Join(" ", result.Problems.Select(problem => $"[{problem.Field}] {problem.Message}")));
}
