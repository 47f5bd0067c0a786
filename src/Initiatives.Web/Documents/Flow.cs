namespace Initiatives.Web.Documents;

/// <summary>Puts slabs on pages.</summary>
internal static class Flow
{
    /// <summary>The slabs of all blocks, each tied to the one it must not leave.</summary>
    internal static List<Slab> Lay(IEnumerable<Block> blocks, Ink ink, Room room)
    {
        var slabs = new List<Slab>();
        foreach (var block in blocks)
        {
            if (block.KeepWithPrevious && slabs.Count > 0) slabs[^1] = slabs[^1] with { KeepWithNext = true };
            slabs.AddRange(block.Lay(ink, room));
        }

        return slabs;
    }

    /// <summary>Pages of (slab, distance from the top of the text body), at least one page.</summary>
    internal static IReadOnlyList<IReadOnlyList<(Slab Slab, float Y)>> Paginate(List<Slab> slabs, float height)
    {
        var pages = new List<List<(Slab, float)>> { new() };
        var y = 0f;
        for (var i = 0; i < slabs.Count; i++)
        {
            var slab = slabs[i];
            var atTop = pages[^1].Count == 0;
            var own = (atTop ? 0 : slab.Before) + slab.Height;
            var chain = own + Followers(slabs, i);
            var fits = y + chain <= height || (chain > height && y + own <= height);
            if (!fits && !atTop)
            {
                pages.Add([]);
                y = 0;
                if (slab.Head is { } head)
                {
                    pages[^1].Add((head, 0));
                    y = head.Height;
                }

                atTop = true;
            }

            if (!atTop) y += slab.Before;
            pages[^1].Add((slab, y));
            y += slab.Height + slab.After;
        }

        return pages;
    }

    /// <summary>Height of the slabs that must stay on the page of slab <paramref name="index"/>.</summary>
    private static float Followers(List<Slab> slabs, int index)
    {
        var sum = 0f;
        while (slabs[index].KeepWithNext && index + 1 < slabs.Count)
        {
            sum += slabs[index].After + slabs[index + 1].Before + slabs[index + 1].Height;
            index++;
        }

        return sum;
    }
}
