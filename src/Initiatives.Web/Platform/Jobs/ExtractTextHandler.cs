using Initiatives.Domain;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Files.Inspection;
using Initiatives.Web.Platform.Files.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Reads the words of a file that came in. What cannot be read is noted and not tried again: nobody can do anything about it.</summary>
public sealed class ExtractTextHandler(AppDb db, FileStore store, TimeProvider clock, ILogger<ExtractTextHandler> log) : IRequestHandler<ExtractText, Result>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public async Task<Result> Handle(ExtractText request, CancellationToken cancellationToken)
    {
        var row = await db.FileTexts.SingleOrDefaultAsync(text => text.Sha256 == request.Sha256 && text.State == TextState.Waiting, cancellationToken);
        if (row is null) return Result.Success;
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(item => item.Sha256 == request.Sha256, cancellationToken);
        (row.State, row.Text, row.Reason) = file is null || !store.Exists(file.Sha256) ? (TextState.Failed, "", "Không có tệp trên đĩa.") : await ReadAsync(file, cancellationToken);
        row.SearchKey = VietnameseText.SearchKey(row.Text);
        row.ChangedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<(TextState State, string Text, string Reason)> ReadAsync(StoredFile file, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Longest);
        try
        {
            await using var content = store.Open(file.Sha256);
            var text = await Task.Run(() => TextOfFiles.Read(new GuardedStream(content, time.Token), file.ContentType), cancellationToken).WaitAsync(Longest + TimeSpan.FromSeconds(5), cancellationToken);
            return text.Length > 0 ? (TextState.Done, text, "") : (TextState.None, "", "");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            log.NoText(failure, file.Sha256);
            return (TextState.Failed, "", failure is OperationCanceledException or TimeoutException ? "Đọc quá 60 giây." : $"Không đọc được chữ trong tệp ({failure.GetType().Name}).");
        }
    }
}

internal static partial class TextLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of file {Sha256} could not be read")]
    public static partial void NoText(this ILogger log, Exception failure, string sha256);
}
