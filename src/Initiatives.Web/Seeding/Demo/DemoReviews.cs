using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Reviews;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What the reviewers write before the members score.</summary>
internal static class DemoReviews
{
    /// <param name="share">0–1: how much of what is given to each of them is handed in; the one after it is begun.</param>
    public static async Task Write(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, double share, int from, int to)
    {
        var written = new Dictionary<string, int>();
        foreach (var seat in council.Members.Where(member => member.Post == CouncilPost.Reviewer))
        {
            var reviewer = stage.Judge(seat.Person);
            var given = (await stage.Send(reviewer, stage.At(from, 20), new ReviewList.Query(year))).Items;
            var done = (int)Math.Round(given.Count * share);
            for (var i = 0; i < given.Count && i <= done; i++)
            {
                var source = dossiers.Single(dossier => dossier.Source.Title == given[i].Title).Source;
                var number = written[source.Id] = written.GetValueOrDefault(source.Id) + 1;
                var text = Text(stage, source, number - 1);
                var isDraft = i == done;
                await stage.Send(reviewer, stage.At(from + (to - from) * i / given.Count, 20 + i % 3 * 0.6), new WriteReview.Command
                {
                    Id = given[i].Id,
                    Strengths = text.Strengths,
                    Limits = isDraft ? "" : text.Limits,
                    Questions = isDraft ? "" : text.Questions,
                    Proposal = isDraft ? null : text.Proposal,
                    ProposalText = isDraft ? "" : text.ProposalText,
                    Op = isDraft ? "luu" : "nop",
                });
            }
        }
    }

    /// <summary>Its own text where there is one, else one from what judges say of such a dossier.</summary>
    private static DemoReview Text(DemoStage stage, DemoInitiative source, int number)
    {
        if (stage.Data.Reviews.TryGetValue(source.Id, out var own) && number < own.Length) return own[number];
        var (effect, said) = (source.Effects[^1], stage.Data.Comments.Criteria);
        var passes = source.Outcome != "notRecommended";
        string Say(string criterion, string band) => said[criterion][band][(number + source.Title.Length) % said[criterion][band].Length];
        return new DemoReview(
            $"{Say("N", passes ? "good" : "fair")}\n{effect.Measure}: trước {effect.Before}, nay {effect.After} {effect.Unit}".TrimEnd() + $" ({effect.HowMeasured}).",
            $"{Say("E", passes ? "fair" : "average")} {Say("S", passes ? "fair" : "average")}",
            number % 2 == 0 ? "Đơn vị nào đã xin áp dụng, và cần thêm điều kiện gì?" : "Số liệu được đo lại lần gần nhất khi nào, do ai đo?",
            passes ? ReviewProposal.Recognise : ReviewProposal.Improve,
            passes ? "Đề nghị Hội đồng công nhận." : "Đề nghị hoàn thiện minh chứng rồi nộp lại ở kỳ sau.");
    }
}
