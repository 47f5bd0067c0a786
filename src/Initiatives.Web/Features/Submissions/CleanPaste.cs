using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Html;
using MediatR;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Makes plain structure of what was pasted: headings, lists, tables and emphasis stay, everything else goes. Stores nothing.</summary>
public static class CleanPaste
{
    public sealed record Command : IRequest<Result<SafeHtml>>
    {
        [StringLength(4_000_000, ErrorMessage = "Phần dán vào quá dài.")]
        public string Html { get; init; } = "";
    }

    public sealed class Handler(HtmlCleaner cleaner) : IRequestHandler<Command, Result<SafeHtml>>
    {
        public Task<Result<SafeHtml>> Handle(Command request, CancellationToken cancellationToken) => Task.FromResult<Result<SafeHtml>>(cleaner.Clean(request.Html));
    }
}
