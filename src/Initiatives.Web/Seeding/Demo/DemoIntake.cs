using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Confirming;
using Initiatives.Web.Features.Cycles;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Screening;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>A dossier as the demo remembers it.</summary>
internal sealed record DemoDossier(int Id, DemoInitiative Source);

/// <summary>From the launch of a cycle to its list of eligible dossiers.</summary>
internal static class DemoIntake
{
    /// <summary>Prepares, announces and opens a cycle; days count from the demo's start.</summary>
    /// <param name="judges">Of each dossier; null: the whole council.</param>
    public static async Task<int> Launch(DemoStage stage, int year, int launch, int opens, int closes, int due, int noticeNumber, int? judges = null)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        var id = (await stage.Send(clerk, stage.At(launch - 3), new PrepareCycle.Command
        {
            Year = year,
            OpensOn = stage.Day(opens),
            ClosesOn = stage.Day(closes),
            RecognitionDueOn = stage.Day(due),
            JudgesPerDossier = judges,
            IsDemo = true,
        })).Value;
        var notice = await stage.Send(clerk, stage.At(launch - 2), new WriteLaunchNotice.Query(year));
        await stage.Send(clerk, stage.At(launch - 2, 15), notice.Form with
        {
            CycleId = id,
            Number = $"{noticeNumber}/UBND-NVKTGS",
            Date = stage.Day(launch - 1),
            SignerName = stage.Any(Role.CityLeader).Name,
            SignerTitle = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        });
        await stage.Send(stage.Any(Role.DepartmentLead), stage.At(launch, 8), new LaunchCycle.Command { CycleId = id });
        return id;
    }

    private static Actor WriterOf(DemoStage stage, DemoInitiative source)
    {
        var key = source.Authors.Select(author => author.Person).FirstOrDefault(person => person is not null);
        return key is not null && stage.Who(key).Is(Role.Author | Role.UnitOfficer) ? stage.Who(key) : stage.OfficerOf(source.Unit);
    }

    /// <summary>A draft by its principal author or, where he has no account, by the unit's officer.</summary>
    public static async Task<SaveDraft.Saved> Draft(DemoStage stage, DemoInitiative source, int launch, DateTime at)
    {
        var writer = WriterOf(stage, source);
        return (await stage.Send(writer, at, new SaveDraft.Command
        {
            FormKey = Guid.NewGuid(),
            Title = source.Title,
            SolutionType = source.SolutionType,
            FieldCode = source.Field,
            Indices = [.. source.Indices],
            FirstAppliedOn = stage.Day(launch - source.FirstAppliedDaysBeforeLaunch),
            Summary = source.Summary,
            PriorSituation = source.PriorSolution,
            Solution = source.SolutionHtml,
            Novelty = source.Novelty,
            Scope = source.Scope,
            ReplicationConditions = source.ReplicationConditions,
            Confidential = source.Confidential ?? "",
            Authors = [.. source.Authors.Select(author => new AuthorInput
            {
                PersonId = author.Person is null ? null : stage.Who(author.Person).PersonId,
                Name = author.Name,
                BirthDate = author.BirthDate,
                Workplace = author.Workplace,
                Post = author.Post,
                Qualification = author.Qualification,
                Share = author.Share,
            })],
            Participants = [.. source.Participants.Select(person => new ParticipantInput { Name = person.Name, Workplace = person.Workplace, Post = person.Post, Contribution = person.Contribution })],
            Effects = [.. source.Effects.Select(effect => new EffectInput { Measure = effect.Measure, Before = effect.Before, After = effect.After, Unit = effect.Unit, HowMeasured = effect.HowMeasured })],
        })).Value;
    }

    /// <summary>A draft that goes as far as its state says: before the head, or on to the Department.</summary>
    public static async Task<DemoDossier> Submit(DemoStage stage, DemoInitiative source, int launch, int day, InitiativeStatus until)
    {
        var saved = await Draft(stage, source, launch, stage.At(day - 3, 8 + day % 7));
        if (launch > -400) await DemoFiles.Attach(stage, source, saved.Id, WriterOf(stage, source), stage.At(day - 2, 10));   // last year's are read for their texts
        await Confirm(stage, source, saved.Id, day, waits: until == InitiativeStatus.Draft);
        if (until == InitiativeStatus.Draft) return new DemoDossier(saved.Id, source);
        await stage.Send(stage.OfficerOf(source.Unit), stage.At(day - 1, 14), new SendToHead(saved.Id, saved.Version));
        if (until == InitiativeStatus.AwaitingEndorsement) return new DemoDossier(saved.Id, source);
        var head = stage.HeadOf(source.Unit, source.Authors.Select(author => author.Person));
        await stage.Send(head, stage.At(day, 9 + saved.Id / 8.0), new EndorseInitiative.Command { Id = saved.Id });
        return new DemoDossier(saved.Id, source);
    }

    /// <summary>Each author confirms his line, signed in or by a link that was handed to him; of a draft that is still being written the last one is waited for.</summary>
    private static async Task Confirm(DemoStage stage, DemoInitiative source, int id, int day, bool waits)
    {
        var officer = stage.OfficerOf(source.Unit);
        var page = await stage.Send(officer, stage.At(day - 2, 9), new ConfirmationPage.Query { Id = id });
        foreach (var (row, index) in page.Rows.Select((row, index) => (row, index)).Where(item => item.row.State.Statement.IsWhole))
        {
            var (key, isLast) = (row.State.Statement.Key, index == page.Rows.Count - 1);
            if (row.SignsIn)
            {
                if (waits && isLast) continue;
                var author = source.Authors.Where(item => item.Person is not null).Select(item => stage.Who(item.Person!)).First(person => person.PersonId == row.State.Author.PersonId);
                await stage.Send(author, stage.At(day - 2, 11 + index), new AnswerInside.Command { Id = id, Key = key, IsRight = true });
                continue;
            }

            var asked = await stage.Send(officer, stage.At(day - 2, 10), new AskAuthors.Command { Id = id, Key = key, ByHand = true });
            if (waits && isLast) continue;
            await stage.Send(Actor.Public, stage.At(day - 2, 11 + index), new AnswerByLink.Command { Token = asked.Value.Token!, IsRight = true });
        }
    }

    /// <summary>Withdrawals, then a proposal for each dossier, then the lead's approval of the whole list.</summary>
    public static async Task<IReadOnlyList<DemoDossier>> Screen(DemoStage stage, IReadOnlyList<DemoDossier> dossiers, int day)
    {
        foreach (var dossier in dossiers.Where(item => item.Source.Outcome == "withdrawn"))
            await stage.Send(stage.HeadOf(dossier.Source.Unit, []), stage.At(day - 1, 10), new WithdrawInitiative.Command { Id = dossier.Id, Reason = dossier.Source.Reason! });

        var left = dossiers.Where(item => item.Source.Outcome != "withdrawn").ToList();
        var appraisers = stage.All(Role.Appraiser);
        foreach (var (dossier, index) in left.Select((dossier, index) => (dossier, index)))
            await Propose(stage, dossier, appraisers[index % appraisers.Length], stage.At(day + index % 3, 8.5 + index % 8));
        await stage.Send(Approver(stage), stage.At(day + 3, 15), new ApproveEligibility.Command { Ids = [.. left.Select(item => item.Id)] });
        return [.. left.Where(item => item.Source.Outcome != "ineligible")];
    }

    public static async Task Propose(DemoStage stage, DemoDossier dossier, Actor appraiser, DateTime at)
    {
        var fails = dossier.Source.Outcome == "ineligible" ? dossier.Source.Condition : null;
        var told = dossier.Source.Appraisal;
        await Check(stage, dossier, appraiser, at);
        await stage.Send(appraiser, at, new ProposeAppraisal.Command
        {
            Id = dossier.Id,
            IsFirst = fails != "3a",
            FirstReason = fails == "3a" ? dossier.Source.Reason! : told?.Reason3a ?? "Đã tra hồ sơ các kỳ trước và danh mục công khai, không thấy giải pháp trùng trong thành phố.",
            IsEffective = fails != "3b",
            EffectReason = fails == "3b" ? dossier.Source.Reason! : told?.Reason3b ?? $"Có số liệu trước và sau: {dossier.Source.Effects[0].Measure.ToLowerInvariant()}; đơn vị áp dụng xác nhận.",
        });
    }

    /// <summary>The whole checklist: what a dossier fails on is noted there too.</summary>
    public static async Task Check(DemoStage stage, DemoDossier dossier, Actor appraiser, DateTime at, int most = int.MaxValue)
    {
        var fails = dossier.Source.Outcome == "ineligible" ? dossier.Source.Condition == "3a" ? "moi-ap-dung" : "minh-chung" : null;
        await stage.Send(appraiser, at, new SaveChecklist.Command
        {
            Id = dossier.Id,
            Items = [.. Checklist.Of(new CycleSettings()).Take(most).Select(item => new SaveChecklist.Item
            {
                Code = item.Code,
                Answer = item.Code == fails ? ChecklistAnswer.NotMet : item.Code == "bao-mat" && dossier.Source.Confidential is null ? ChecklistAnswer.NotApplicable : ChecklistAnswer.Met,
                Note = item.Code == fails ? "Xem căn cứ của đề xuất" : "",
            })],
        });
    }

    /// <summary>A lead who does not sit on the council: he approves what others will judge.</summary>
    private static Actor Approver(DemoStage stage) =>
        stage.All(Role.DepartmentLead).FirstOrDefault(lead => !lead.Is(Role.CouncilMember)) ?? stage.Any(Role.DepartmentLead);
}
