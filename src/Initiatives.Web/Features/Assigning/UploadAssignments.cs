using System.ComponentModel.DataAnnotations;
using System.Text;
using Initiatives.Domain;
using Initiatives.Domain.Assigning;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Assigning;

/// <summary>A file of who judges what, checked row by row and turned into a change to be looked at. Nothing is saved.</summary>
public static class UploadAssignments
{
    public const int MostBytes = 5 << 20;

    public sealed record Command : IRequest<Result<string>>
    {
        public int Year { get; init; }
        public Stream? Content { get; init; }

        [StringLength(300, ErrorMessage = "Tên tệp dài tối đa 300 ký tự.")]
        public string FileName { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<string>>
    {
        public async Task<Result<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var ready = state.Ready();
            if (!ready.Ok) return Result.Fail(ready.Problems);
            if (request.Content is null || request.Content.Length == 0) return Result.Fail("File", "Chọn tệp CSV rồi bấm Kiểm tra tệp.");
            if (request.Content.Length > MostBytes) return Result.Fail("File", "Tệp lớn hơn 5 MB.");
            using var reader = new StreamReader(request.Content, new UTF8Encoding(false, throwOnInvalidBytes: true));
            string text;
            try
            {
                text = await reader.ReadToEndAsync(cancellationToken);
            }
            catch (DecoderFallbackException)
            {
                return Result.Fail("File", "Tệp không phải CSV mã UTF-8. Trong Excel chọn Lưu thành, loại “CSV UTF-8”.");
            }

            var numbers = state.SeenDossiers.Where(dossier => dossier.Number is not null).ToDictionary(dossier => dossier.Number!.Value, dossier => dossier.Id);
            var judges = state.Members.Select(member => new FileJudge(member.PersonId, member.Name, state.Facts.Judge(member.PersonId).Email)).ToList();
            var read = AssignmentFile.Read([.. Csv.Rows(text, Csv.SeparatorOf(text))], numbers, judges, state.Present, "File");
            if (!read.Ok) return Result.Fail(read.Problems);
            var named = read.Value.Select(pair => pair.InitiativeId).ToHashSet();
            var difference = PlanDifference.Between(state.Present, [.. state.Present.Where(pair => !named.Contains(pair.InitiativeId)), .. read.Value]);
            if (difference.IsEmpty) return Result.Fail("File", "Tệp giống hệt phân công hiện tại, không có gì thay đổi.");
            var change = PlanChange.Write(difference);
            var proposed = AssignmentPreview.Propose(state, state.Input(0), change);
            return proposed.Ok ? change : Result.Fail(proposed.Problems.Select(problem => problem with { Field = "File" }));
        }
    }
}
