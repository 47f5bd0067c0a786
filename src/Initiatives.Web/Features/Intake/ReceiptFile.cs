using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Intake;

/// <summary>The receipt as a PDF.</summary>
public static class ReceiptFile
{
    public sealed record Query : IRequest<Answer>
    {
        public int Id { get; init; }
        public string Site { get; init; } = "";
    }

    public sealed record Answer(string FileName, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var receipt = await Receipt.ReadAsync(db, actor.Value, new Receipt.Query { Id = request.Id, Site = request.Site }, cancellationToken);
            var content = new MemoryStream();
            ReceiptDocument.Write(ModelOf(receipt), fonts, content);
            content.Position = 0;
            return new Answer($"Bien-nhan-{receipt.Number}.pdf", content);
        }

        private static ReceiptModel ModelOf(Receipt.View receipt) => new(
            new Agency(["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"], "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"),
            "Sở Khoa học và Công nghệ",
            receipt.Number,
            "Hải Phòng",
            VietnamTime.ToLocal(receipt.ReceivedAt),
            receipt.SubmittedBy,
            receipt.UnitName,
            receipt.Sent.Title,
            $"{receipt.FieldLetter}) {receipt.FieldName}",
            receipt.Sent.Authors,
            [.. receipt.Sent.Files.Select(file => new Documents.ReceiptFile(AttachmentKinds.Name(file.Kind), file.FileName, file.Size, file.Sha256))],
            receipt.Digest,
            receipt.CheckDue,
            receipt.AnswerDue,
            receipt.Way,
            receipt.Timeliness,
            receipt.Outside?.EnteredByName,
            receipt.Code.Length > 0 ? ReceiptCode.Shown(receipt.Code) : receipt.Number,
            receipt.Address,
            receipt.IsDemo);
    }
}
