using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>Changes dates and settings before the launch; after it they stand.</summary>
public static class ReviseCycle
{
    public sealed record Command : CycleForm, IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }
    }

    public sealed record Query(int Year) : IRequest<View>;

    /// <summary>The page; <paramref name="Saved"/> is what stands in the database now, whoever wrote it.</summary>
    public sealed record View(int Year, bool IsLaunched, Command Form, IReadOnlyList<(string Name, string Sentence)> Saved);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var rubric = await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken);
            return new View(cycle.Year, cycle.LaunchedAt is not null,
                CycleForm.Of<Command>(cycle) with { Id = cycle.Id, Version = cycle.Version }, SettingSentences.Of(cycle, rubric.Content));
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (cycle.Version != request.Version)
                return Result.Fail(nameof(request.Version), "Có người vừa sửa kỳ này. So với bản đang lưu ở cuối trang, rồi lưu lại nếu vẫn muốn thay.");
            var rubric = await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken);
            var settings = request.Settings(cycle.Settings, rubric.Content);
            if (!settings.Ok) return Result.Fail(settings.Problems);
            var (opensAt, closesAt) = request.Window();
            var revised = cycle.Revise(opensAt, closesAt, request.RecognitionDueOn!.Value, settings.Value, cycle.RubricId);
            if (!revised.Ok) return CycleForm.InTheForm(revised);
            db.Record(actor.Value, JournalActions.CycleRevised, cycle);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
