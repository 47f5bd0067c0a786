using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Names the counting board (ban kiểm phiếu) of a session: members of the council or others.</summary>
public static class NameBoard
{
    public sealed record PersonInput
    {
        /// <summary>A member; else a name is typed.</summary>
        public int? PersonId { get; init; }

        [StringLength(100, ErrorMessage = "Họ tên dài tối đa 100 ký tự.")]
        public string Name { get; init; } = "";
    }

    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }
        public int? Number { get; init; }

        /// <summary>Version of the session that the form showed; null: not compared.</summary>
        public int? Version { get; init; }
        public List<PersonInput> Board { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await SessionDesk.LoadAsync(db, actor.Value, request.CycleId, request.Number, cancellationToken);
            if (!loaded.Ok) return loaded;
            var (_, council, session) = loaded.Value;
            if (request.Version is { } version && version != session.Version) return Result.Fail(nameof(request.Version), "Phiên họp vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");
            var members = council.Members.ToDictionary(member => member.PersonId, member => member.Name);
            var named = session.NameBoard([.. request.Board.Select(item => item.PersonId is { } id && members.TryGetValue(id, out var name) ? new BoardName(name, id) : Typed(item.Name ?? "", council))]);
            if (!named.Ok) return named;
            db.Record(actor.Value, JournalActions.BoardNamed, session, $"Phiên {session.Number}: {string.Join(", ", session.Board.Select(item => item.Name))}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>A member whose name is typed is that member: what holds for him in the room holds for him at the count.</summary>
        private static BoardName Typed(string name, Council council) =>
            council.Members.FirstOrDefault(member => VietnameseName.AreSame(member.Name, name)) is { } member ? new BoardName(member.Name, member.PersonId) : new BoardName(name, null);
    }
}
