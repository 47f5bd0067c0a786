using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>The paper on which all authors sign their shares, as a PDF to print.</summary>
public static class ConfirmationForm
{
    public sealed record Query : IRequest<Answer>
    {
        public int Id { get; init; }
    }

    public sealed record Answer(string FileName, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == initiative.UnitId, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var isDemo = await db.Cycles.AnyAsync(cycle => cycle.IsDemo && cycle.LaunchedAt != null && cycle.ClosesAt > now, cancellationToken);
            var authors = initiative.Content().Authors;
            var content = new MemoryStream();
            ContributionDocument.Write(
                new ContributionModel(
                    initiative.Title, unit.Name, UnitHeading.PlaceOf(unit),
                    [.. authors.Select(author => new ContributionRow(author.Name, author.Post, author.Workplace, author.Share is { } share ? VietnameseNumber.Format(share, 2) : ""))],
                    VietnameseNumber.Format(authors.Sum(author => author.Share ?? 0), 2),
                    AuthorStatement.CodeOf(AuthorStatement.Of(authors)), isDemo),
                fonts, content);
            content.Position = 0;
            return new Answer($"Xac-nhan-ty-le-dong-gop-{initiative.Id}.pdf", content);
        }
    }
}
