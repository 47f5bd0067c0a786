using Initiatives.Domain.Assigning;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Assigning;

/// <summary>The present assignments as a file that can be changed and uploaded again.</summary>
public static class AssignmentCsv
{
    public sealed record Query(int Year) : IRequest<byte[]>;

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var members = state.Members.ToDictionary(member => member.PersonId);
            var pairs = state.Seen(state.Present).ToLookup(pair => pair.InitiativeId);
            return Csv.Write(state.SeenDossiers.SelectMany(dossier => pairs[dossier.Id].Where(pair => members.ContainsKey(pair.PersonId)).OrderBy(pair => members[pair.PersonId].Order)
                    .Select(pair => new[] { dossier.Code, dossier.Title, dossier.UnitName, members[pair.PersonId].Name, state.Facts.Judge(pair.PersonId).Email, pair.IsReviewer ? "x" : "" }))
                .Prepend([AssignmentFile.Number, "sang_kien", "don_vi", AssignmentFile.Name, AssignmentFile.Email, AssignmentFile.Review]));
        }
    }
}
