using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>The letter with its list, as it was generated: for Word, or as a PDF to print.</summary>
public static class LetterFile
{
    public sealed record Query : IRequest<Answer>
    {
        public int Id { get; init; }
        public bool IsWord { get; init; }
    }

    public sealed record Answer(string FileName, string ContentType, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var letter = await db.For(actor.Value).UnitLetters.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == letter.UnitId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(item => item.Id == letter.CycleId, cancellationToken);
            var model = ModelOf(letter, unit, cycle);
            var content = new MemoryStream();
            if (request.IsWord) UnitLetterDocx.Write(model, content);
            else UnitLetterDocument.Write(model, fonts, content);
            content.Position = 0;
            return request.IsWord
                ? new Answer($"To-trinh-{letter.Id}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", content)
                : new Answer($"To-trinh-{letter.Id}.pdf", "application/pdf", content);
        }

        private static UnitLetterModel ModelOf(UnitLetter letter, Domain.People.Unit unit, Cycle? cycle) => new(
            UnitHeading.Of(unit),
            UnitHeading.NameOf(unit),
            UnitHeading.SymbolOf(unit),
            UnitHeading.PlaceOf(unit),
            letter.Year,
            cycle?.Notice is { Number.Length: > 0, Date: { } day } notice ? $"Công văn số {notice.Number} {VietnamTime.Nd30Date(day)} của Ủy ban nhân dân thành phố Hải Phòng" : "",
            [.. letter.Items.OrderBy(item => item.Order).Select(item => new UnitLetterRow(item.Title, item.Authors.Split('\n'), item.Field, item.BaseDecision, item.Digest))],
            new Signatory(UnitHeading.CapacityOf(unit, letter.Capacity), letter.SignerName),
            cycle?.IsDemo ?? false);
    }
}
