using Microsoft.AspNetCore.Http.Metadata;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>No body is longer than its action takes, whether it says its length or not.</summary>
public static class BodyLimit
{
    private static readonly object Exceeded = new();

    /// <summary>True when this request's body went on after its limit, whoever was reading it.</summary>
    public static bool WasExceeded(this HttpContext context) => context.Items.ContainsKey(Exceeded);

    /// <summary>
    /// After routing. A body that says itself to be longer is refused before anything reads it; one that says no length
    /// is counted while it is read. Either way the answer is 413, with the page or the JSON that says what to do.
    /// </summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? PageSetup.Form;
        if (context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge || context.WasExceeded())   // the page that says so goes through
        {
            await next();
            return;
        }

        if (context.Request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (context.Request.ContentLength is null && !HttpMethods.IsGet(context.Request.Method)) context.Request.Body = new CountedBody(context, context.Request.Body, most);
        try
        {
            await next();
        }
        catch (BadHttpRequestException failure) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = context.WasExceeded() ? StatusCodes.Status413PayloadTooLarge : failure.StatusCode;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && context.WasExceeded() && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    });

    private sealed class CountedBody(HttpContext context, Stream inner, long most) : BodyStream
    {
        private long count;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                var read = await inner.ReadAsync(buffer, cancellationToken);
                count += read;
                return count <= most ? read : throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
            }
            catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                context.Items[Exceeded] = true;
                throw;
            }
        }
    }
}
