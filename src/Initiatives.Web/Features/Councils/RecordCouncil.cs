using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>Records what the establishing decision says. It grants the members their role and never takes one away.</summary>
public static class RecordCouncil
{
    public sealed record MemberInput
    {
        public int PersonId { get; init; }
        public CouncilPost Post { get; init; } = CouncilPost.Member;

        /// <summary>Codes of the fields that he masters.</summary>
        [EachAtMost(10, ErrorMessage = "Chọn lĩnh vực trong danh sách.")]
        public List<string> Fields { get; init; } = [];

        /// <summary>Most dossiers that he judges; empty: no limit.</summary>
        public int? Cap { get; init; }
    }

    public sealed record ClerkInput
    {
        public int PersonId { get; init; }
    }

    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }

        /// <summary>Version of the council that the form showed; 0: none was recorded.</summary>
        public int Version { get; init; }

        [StringLength(300, ErrorMessage = "Tên Hội đồng dài tối đa 300 ký tự.")]
        public string Name { get; init; } = "";

        public EstablishingAuthority Authority { get; init; }

        [StringLength(50, ErrorMessage = "Số quyết định dài tối đa 50 ký tự.")]
        public string DecisionNumber { get; init; } = "";

        public DateOnly? DecisionDate { get; init; }

        /// <summary>Rows without a person are left out.</summary>
        public List<MemberInput> Members { get; init; } = [];

        /// <summary>The secretariat (tổ thư ký); rows without a person are left out.</summary>
        public List<ClerkInput> Clerks { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            if (cycle.Phase >= CyclePhase.Judging) return Result.Fail("", "Đã mở chấm điểm, danh sách Hội đồng không sửa được nữa.");
            var council = await db.Councils.SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (request.Version != (council?.Version ?? 0)) return Result.Fail(nameof(request.Version), "Có người vừa ghi lại Hội đồng này. Xem lại danh sách bên dưới rồi ghi.");
            var named = await Nominate(request.Members, cancellationToken);
            if (!named.Ok) return Result.Fail(named.Problems);
            var clerks = await NominateClerks(request.Clerks, cancellationToken);
            if (!clerks.Ok) return Result.Fail(clerks.Problems);

            var recorded = Record(request, named.Value, clerks.Value, ref council);
            if (!recorded.Ok) return Result.Fail(recorded.Problems);
            foreach (var item in named.Value)
                item.Person.Grant(item.Post == CouncilPost.Secretary ? Role.CouncilMember | Role.CouncilSecretary : Role.CouncilMember);
            foreach (var item in clerks.Value) item.Person.Grant(Role.Secretariat);
            var concerned = named.Value.Select(item => item.Person.Id).Concat(clerks.Value.Select(item => item.Person.Id));
            (await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, concerned, cancellationToken)).Record(db, cycle, actor.Value, clock.GetUtcNow().UtcDateTime);
            db.Guard(cycle);   // scoring may be opening on what stood before
            db.Record(actor.Value, JournalActions.CouncilRecorded, council!, string.Create(CultureInfo.InvariantCulture, $"{cycle.Name}, quyết định {council!.DecisionNumber}, {named.Value.Count} thành viên, tổ thư ký {clerks.Value.Count} người"));
            await db.SaveChangesAsync(cancellationToken);
            return council.Id;
        }

        private Result Record(Command request, List<Nomination> named, List<ClerkNomination> clerks, ref Council? council)
        {
            if (council is not null) return council.Record(request.Name, request.Authority, request.DecisionNumber, request.DecisionDate, named, clerks);
            var made = Council.Establish(request.CycleId, request.Name, request.Authority, request.DecisionNumber, request.DecisionDate, named, clerks);
            if (made.Ok) db.Add(council = made.Value);
            return made;
        }

        private async Task<Result<List<Nomination>>> Nominate(List<MemberInput> rows, CancellationToken cancellationToken)
        {
            var (people, units) = await PeopleAsync(rows.ConvertAll(row => row.PersonId), cancellationToken);
            var fields = await db.Fields.Select(field => field.Code).ToListAsync(cancellationToken);
            var named = new List<Nomination>();
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].PersonId == 0) continue;
                var field = $"{nameof(Command.Members)}[{i}].{nameof(MemberInput.PersonId)}";
                if (!people.TryGetValue(rows[i].PersonId, out var person)) return Result.Fail(field, "Người này không còn trong danh sách. Chọn lại.");
                if (person.Roles.HasFlag(Role.Administrator)) return Result.Fail(field, $"{person.Name} là quản trị hệ thống nên không được chấm. Chọn người khác.");
                named.Add(new Nomination(person, units[person.UnitId], rows[i].Post) { Fields = [.. rows[i].Fields.Intersect(fields)], Cap = rows[i].Cap });
            }

            return named;
        }

        private async Task<Result<List<ClerkNomination>>> NominateClerks(List<ClerkInput> rows, CancellationToken cancellationToken)
        {
            var (people, units) = await PeopleAsync(rows.ConvertAll(row => row.PersonId), cancellationToken);
            var named = new List<ClerkNomination>();
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].PersonId == 0) continue;
                var field = $"{nameof(Command.Clerks)}[{i}].{nameof(ClerkInput.PersonId)}";
                if (!people.TryGetValue(rows[i].PersonId, out var person)) return Result.Fail(field, "Người này không còn trong danh sách. Chọn lại.");
                if (Person.RefusalOf(person.Roles | Role.Secretariat) is { } refusal) return Result.Fail(field, refusal);
                named.Add(new ClerkNomination(person, units[person.UnitId]));
            }

            return named;
        }

        private async Task<(Dictionary<int, Person> People, Dictionary<int, string> Units)> PeopleAsync(List<int> ids, CancellationToken cancellationToken)
        {
            var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
            var unitIds = people.Values.Select(person => person.UnitId).Distinct().ToList();
            return (people, await db.Units.Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken));
        }
    }
}
