using Initiatives.Domain;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>Takes the files that come with a remonstrance: papers that were scanned or photographed.</summary>
internal static class SentFiles
{
    public const int Most = 5;
    public const string Field = "Tep";

    public static async Task<Result> AttachAsync(FileIntake intake, Remonstrance remonstrance, IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count > Most) return Result.Fail(Field, $"Gửi tối đa {Most} tệp.");
        foreach (var file in files)
        {
            var taken = await intake.CheckAndStoreAsync(file, FileRules.Scan, Field, cancellationToken);
            if (!taken.Ok) return Result.Fail(taken.Problems);
            remonstrance.Attach(taken.Value.FileName, taken.Value.ContentType, taken.Value.Size, taken.Value.Sha256);
        }

        return Result.Success;
    }
}
