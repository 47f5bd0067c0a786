using Initiatives.Web.Documents;

namespace Initiatives.Web.Features.Cycles;

/// <summary>The notice as the page shows it: the same model as the PDF's, so that both say the same.</summary>
public sealed record NoticeSheet(LaunchNoticeModel Document)
{
    public string Number => Printed.Number(Document.Number, Document.Symbol);

    public string Date => Printed.Date(Document.Date);
}
