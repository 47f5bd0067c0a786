using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>Something unpacks to more than a reader's machine should bear.</summary>
internal sealed class TooLargeException() : IOException("Unpacks to too much.");

/// <summary>
/// PdfPig's filters, each of which first counts what would come out: PdfPig unpacks into memory, and 50 MB of a packed
/// stream can be 50 GB of nothing. One instance for one document.
/// </summary>
internal sealed class BoundedFilters : ILookupFilterProvider
{
    private const long MostOfOne = 64L << 20;
    private const long MostOfAll = 512L << 20;

    private readonly DefaultFilterProvider inner = (DefaultFilterProvider)DefaultFilterProvider.Instance;
    private long total;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) => Bound(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        filters.Count > 8 ? throw new TooLargeException() : [.. filters.Select(filter => filter.IsSupported ? new Counted(filter, this) : filter)];

    private void Count(long bytes)
    {
        total += bytes;
        if (bytes > MostOfOne || total > MostOfAll) throw new TooLargeException();
    }

    private sealed class Counted(IFilter filter, BoundedFilters all) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            all.Count(filter switch
            {
                FlateFilter => Inflated(input),
                LzwFilter => input.Length * 100L,        // at most some 1,300 to 1; real ones stay under 10
                RunLengthFilter => input.Length * 64L,
                _ => input.Length,
            });
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static long Inflated(Memory<byte> input)
        {
            var (count, buffer) = (0L, new byte[32 << 10]);
            try
            {
                using var unpacked = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                int read;
                while (count <= MostOfOne && (read = unpacked.Read(buffer)) > 0) count += read;
            }
            catch (InvalidDataException)
            {
                // What PdfPig makes of it is no more than came out so far, or its own refusal.
            }

            return Math.Max(count, input.Length);
        }
    }
}
