using System.Text;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>A file of a form, as it comes over the wire.</summary>
/// <param name="FileName">As the browser says it.</param>
/// <param name="Content">To be read before the next file is asked for.</param>
public sealed record StreamedFile(string FileName, Stream Content);

/// <summary>A form that is read part by part while it arrives: its files are never held in memory, nor written twice.</summary>
public sealed class StreamedForm
{
    private const int MostParts = 100;
    private const int LongestField = 4096;

    private readonly MultipartReader reader;
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
    private MultipartSection? ahead;
    private int parts;

    private readonly HttpContext context;

    private StreamedForm(HttpContext context, MultipartReader reader) => (this.context, this.reader) = (context, reader);

    /// <summary>What a field said that stood before the files; empty: nothing.</summary>
    public string Field(string name) => fields.GetValueOrDefault(name, "");

    /// <summary>The form of this request, opened by <see cref="StreamedFormAttribute"/>.</summary>
    public static StreamedForm Of(HttpContext context) => context.Features.Get<StreamedForm>() ?? throw new InvalidOperationException("The action carries no StreamedForm attribute.");

    /// <summary>Reads up to the first file; null: this is no form with files.</summary>
    internal static async Task<StreamedForm?> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100) return null;
        var form = new StreamedForm(request.HttpContext, new MultipartReader(boundary, request.Body));
        form.ahead = await form.NextFileAsync(cancellationToken);
        return form;
    }

    /// <summary>The files, each while it arrives. An input in which nothing was chosen is none.</summary>
    public async IAsyncEnumerable<StreamedFile> FilesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (ahead is { } section)
        {
            yield return new StreamedFile(NameOf(section)!, new CheckedAtItsEnd(section.Body, () => context.StillActsAsync()));
            ahead = await NextFileAsync(cancellationToken);
        }
    }

    /// <summary>A file takes its time to arrive: whoever has read it to its end knows that its sender may still act.</summary>
    private sealed class CheckedAtItsEnd(Stream inner, Func<Task> check) : BodyStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            if (read == 0 && buffer.Length > 0) await check();
            return read;
        }
    }

    /// <summary>Notes the fields on the way.</summary>
    private async Task<MultipartSection?> NextFileAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (++parts > MostParts) throw new BadHttpRequestException("Too many parts.");
            var name = NameOf(section);
            if (name is { Length: > 0 }) return section;
            if (name is null) await NoteAsync(section, cancellationToken);
        }

        return null;
    }

    private async Task NoteAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about)) return;
        var buffer = new byte[LongestField];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        fields[HeaderUtilities.RemoveQuotes(about.Name).Value ?? ""] = Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>The file's name; empty: a file input in which nothing was chosen; null: no file.</summary>
    private static string? NameOf(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about)) return null;
        var name = about.FileNameStar.HasValue ? about.FileNameStar : about.FileName;
        return name.HasValue ? HeaderUtilities.RemoveQuotes(name).Value ?? "" : null;
    }
}

/// <summary>
/// The action reads its form itself, through <see cref="StreamedForm"/>; nothing else may read the body before. The form's
/// token is still checked: it is the header RequestVerificationToken, or a field that stands before the files.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StreamedFormAttribute : Attribute, IAsyncAuthorizationFilter, IResourceFilter, IOrderedFilter
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>After the limit of the body's size (900), before the token is checked (1000).</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var form = await StreamedForm.OpenAsync(request, context.HttpContext.RequestAborted);
        if (form is null)
        {
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        context.HttpContext.Features.Set(form);
        // Never left empty, or the check would look for a field in a body that is half read.
        if (!request.Headers.ContainsKey(TokenHeader)) request.Headers[TokenHeader] = form.Field(TokenField) is { Length: > 0 } token ? token : "none";
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
