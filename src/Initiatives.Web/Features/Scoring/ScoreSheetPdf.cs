using Initiatives.Domain.Councils;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's own sheet as A4 for his signature (DOMAIN § 4 no. 11).</summary>
public static class ScoreSheetPdf
{
    public sealed record Query(int SheetId) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiative = await doors.AssignedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var field = await db.Fields.Where(item => item.Code == initiative.FieldCode).Select(item => item.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
            var points = sheet.Points.ToDictionary(item => item.Code, item => item.Points);
            var scores = sheet.Criteria.ToDictionary(item => item.Code);
            var criteria = rubric.Criteria.Select(criterion =>
            {
                var isScored = criterion.SubCriteria.All(part => points.ContainsKey(part.Code));
                var score = scores.GetValueOrDefault(criterion.Code);
                return new ScoreSheetCriterion(criterion.Name, criterion.Max,
                    isScored ? score?.Total : null, isScored && score is not null ? rubric.BandOf(score.Total, criterion.Max).Name : null,
                    [.. criterion.SubCriteria.Select(part => points.TryGetValue(part.Code, out var value)
                        ? new ScoreSheetLine(part.Code, part.Name, part.Max, value, rubric.BandOf(value, part.Max).Name)
                        : new ScoreSheetLine(part.Code, part.Name, part.Max, null, null))],
                    string.IsNullOrEmpty(score?.Comment) ? null : score.Comment);
            }).ToList();
            var member = council.Members.FirstOrDefault(item => item.PersonId == actor.Value.PersonId);
            using var stream = new MemoryStream();
            ScoreSheetDocument.Write(new ScoreSheetModel(
                CouncilHead.Of(council), council.Name, cycle.Year, member?.Name ?? actor.Value.Name, CouncilNames.Post(member?.Post ?? CouncilPost.Member),
                initiative.CouncilCode ?? "", initiative.Title, field, criteria, rubric.Max,
                criteria.TrueForAll(item => item.Total is not null) ? sheet.Total : null, null, "Hải Phòng",
                sheet.SubmittedAt is { } at ? VietnamTime.Today(at) : null, cycle.IsDemo), fonts, stream);
            return new Answer(stream.ToArray(), $"phieu-cham-{initiative.CouncilCode}.pdf");
        }
    }
}
