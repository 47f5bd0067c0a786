using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Files;
using MediatR;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>What a remonstrance says, whoever enters it.</summary>
public abstract record FiledWords : IRequest<Result<int>>
{
    /// <summary>Names the form: sent twice it is one remonstrance.</summary>
    public Guid FormKey { get; init; }

    [StringLength(Remonstrance.LongestText, ErrorMessage = "Nội dung dài tối đa 10.000 ký tự.")]
    public string Content { get; init; } = "";

    [StringLength(Remonstrance.LongestText, ErrorMessage = "Đề nghị dài tối đa 10.000 ký tự.")]
    public string Asks { get; init; } = "";

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    internal Guid Key => FormKey == Guid.Empty ? Guid.NewGuid() : FormKey;
    internal RemonstranceContent Words => new(Content, Asks);
}

/// <summary>Enters a remonstrance with its files, papers that were scanned or photographed, under the next number of its year.</summary>
internal static class Filing
{
    public const int Most = 5;
    public const string Field = "Tep";

    public static async Task<Result> EnterAsync(AppDb db, FileIntake intake, Remonstrance remonstrance, IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count > Most) return Result.Fail(Field, $"Gửi tối đa {Most} tệp.");
        foreach (var file in files)
        {
            var taken = await intake.CheckAndStoreAsync(file, FileRules.Scan, Field, cancellationToken);
            if (!taken.Ok) return Result.Fail(taken.Problems);
            remonstrance.Attach(taken.Value.FileName, taken.Value.ContentType, taken.Value.Size, taken.Value.Sha256);
        }

        db.Add(remonstrance);
        db.TakeNumber(Remonstrance.CounterOf(remonstrance.Year), remonstrance.Register);
        return Result.Success;
    }
}
