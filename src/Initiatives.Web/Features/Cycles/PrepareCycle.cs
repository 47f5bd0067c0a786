using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>Makes a new year's cycle; nobody but the Department sees it until it is launched.</summary>
public static class PrepareCycle
{
    public sealed record Command : CycleForm, IRequest<Result<int>>
    {
        [Range(2020, 2100, ErrorMessage = "Năm xét từ 2020 đến 2100.")]
        public int Year { get; init; }

        /// <summary>Set by the demo alone.</summary>
        public bool IsDemo { get; init; }
    }

    /// <summary>The form as it opens: last year's settings, this year's usual days.</summary>
    public sealed record Query : IRequest<View>;

    /// <summary>The page.</summary>
    /// <param name="CopiedFrom">The year whose settings were taken over; null for the first cycle.</param>
    public sealed record View(Command Form, int? CopiedFrom);

    public sealed class Page(AppDb db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var last = await Latest(db).FirstOrDefaultAsync(cancellationToken);
            var year = last?.Year + 1 ?? VietnamTime.Today(clock.GetUtcNow().UtcDateTime).Year;
            var form = last is null ? new Command() : CycleForm.Of<Command>(last);
            return new View(form with
            {
                Year = year,
                OpensOn = new DateOnly(year, 8, 1),
                ClosesOn = new DateOnly(year, 9, 30),
                RecognitionDueOn = new DateOnly(year, 11, 30),
            }, last?.Year);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var last = await Latest(db).FirstOrDefaultAsync(cancellationToken);
            var rubric = await db.Rubrics.OrderByDescending(item => item.Id).FirstOrDefaultAsync(cancellationToken);
            if (rubric is null) return Result.Fail("", "Chưa có bộ tiêu chí. Nhờ quản trị nạp dữ liệu dùng chung.");
            var settings = request.Settings(last?.Settings ?? new CycleSettings(), rubric.Content);
            List<Problem> problems = [.. settings.Problems];
            if (await db.Cycles.AnyAsync(cycle => cycle.Year == request.Year, cancellationToken)) problems.Add(new(nameof(request.Year), $"Kỳ {request.Year} đã có. Mở kỳ đó để sửa."));
            if (problems.Count > 0) return Result.Fail(problems);
            var (opensAt, closesAt) = request.Window();
            var prepared = Cycle.Prepare(request.Year, opensAt, closesAt, request.RecognitionDueOn!.Value, settings.Value, rubric.Id, request.IsDemo);
            if (!prepared.Ok) return CycleForm.InTheForm(prepared);
            db.Add(prepared.Value);
            db.Record(actor.Value, JournalActions.CyclePrepared, prepared.Value, prepared.Value.Name);
            await db.SaveChangesAsync(cancellationToken);
            return prepared.Value.Id;
        }
    }

    private static IQueryable<Cycle> Latest(AppDb db) => db.Cycles.AsNoTracking().OrderByDescending(cycle => cycle.Year);
}
