namespace Initiatives.Domain.Ranking;

/// <summary>
/// Pseudo-random numbers of our own: <see cref="Random"/> with a seed may give others on another runtime, and a figure that
/// an officer recomputes years later must come out the same. G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014.
/// </summary>
public struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>
    /// A number from 0 up to but not including <paramref name="count"/> (1 or more). Not exactly uniform: the chances differ
    /// by at most <paramref name="count"/> in 2^32, far below what a few thousand draws can show.
    /// </summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);
}
