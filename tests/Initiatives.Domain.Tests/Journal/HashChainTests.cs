using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Journal;

namespace Initiatives.Domain.Tests.Journal;

public class HashChainTests
{
    // Short fields of few characters, so that lookalikes are met often.
    private static readonly Arbitrary<string[]> Fields =
        Gen.Elements('a', '1', ':', ',').ArrayOf().Select(chars => new string(chars)).ArrayOf().ToArbitrary();

    private static List<(string Hash, string[] Fields)> Chain(params string[][] entries)
    {
        var chain = new List<(string, string[])>();
        var previous = HashChain.Genesis;
        foreach (var fields in entries)
        {
            previous = HashChain.Seal(previous, fields);
            chain.Add((previous, fields));
        }
        return chain;
    }

    private static List<(string Hash, string[] Fields)> Four() =>
        Chain(["1", "nop", "đất đai"], ["2", "cham", "82,35"], ["3", "sua", "85"], ["4", "cong-bo", ""]);

    [Fact]
    public void Genesis_is_64_zeros() => Assert.Equal(new string('0', 64), HashChain.Genesis);

    [Fact]
    public void A_seal_is_what_sha256sum_gives_for_the_netstrings() =>
        // printf '64:%064d,3:nop,11:đất đai,' 0 | sha256sum
        Assert.Equal("4708d038712b377228fd3fe6568aa2f44d12331f2b7e07589d6bc64a1e647468", HashChain.Seal(HashChain.Genesis, "nop", "đất đai"));

    [Fact]
    public void An_untouched_chain_verifies_whole_and_in_parts()
    {
        var chain = Four();
        Assert.Null(HashChain.Verify(chain));
        Assert.Null(HashChain.Verify([]));
        Assert.Null(HashChain.Verify(chain.Skip(2), chain[1].Hash));
        Assert.Equal(0, HashChain.Verify(chain.Skip(2)));
    }

    [Fact]
    public void A_changed_field_breaks_the_chain_at_its_entry()
    {
        var chain = Four();
        chain[1].Fields[2] = "92,35";
        Assert.Equal(1, HashChain.Verify(chain));
    }

    [Fact]
    public void A_changed_entry_that_is_sealed_again_breaks_the_chain_at_the_next()
    {
        var chain = Four();
        string[] forged = ["2", "cham", "92,35"];
        chain[1] = (HashChain.Seal(chain[0].Hash, forged), forged);
        Assert.Equal(2, HashChain.Verify(chain));
    }

    [Fact]
    public void A_removed_entry_breaks_the_chain_where_it_stood()
    {
        var chain = Four();
        chain.RemoveAt(2);
        Assert.Equal(2, HashChain.Verify(chain));
        chain.RemoveAt(0);
        Assert.Equal(0, HashChain.Verify(chain));
    }

    [Fact]
    public void Swapped_entries_break_the_chain_at_the_first_of_them()
    {
        var chain = Four();
        (chain[1], chain[2]) = (chain[2], chain[1]);
        Assert.Equal(1, HashChain.Verify(chain));
    }

    [Fact]
    public void An_inserted_entry_breaks_the_chain_behind_it()
    {
        var chain = Four();
        string[] forged = ["2b", "cham", "100"];
        chain.Insert(2, (HashChain.Seal(chain[1].Hash, forged), forged));
        Assert.Equal(3, HashChain.Verify(chain));
    }

    [Fact]
    public void A_hash_in_capitals_or_of_rubbish_is_broken_and_does_not_throw()
    {
        var chain = Four();
        chain[3] = (chain[3].Hash.ToUpperInvariant(), chain[3].Fields);
        Assert.Equal(3, HashChain.Verify(chain));
        chain[1] = ("", chain[1].Fields);
        Assert.Equal(1, HashChain.Verify(chain));
    }

    [Fact]
    public void Moving_text_across_the_border_of_two_fields_changes_the_seal()
    {
        string[][] lookalikes = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["ab,1:c"], ["ab,:c"], ["ab,c"], ["2:ab,1:c,"], []];
        Assert.Equal(lookalikes.Length, lookalikes.Select(fields => HashChain.Seal(HashChain.Genesis, fields)).Distinct().Count());
    }

    [Fact]
    public void Different_lists_of_fields_never_share_a_seal() => Prop.ForAll(Fields, Fields, (a, b) =>
        a.SequenceEqual(b) == (HashChain.Seal(HashChain.Genesis, a) == HashChain.Seal(HashChain.Genesis, b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Wrong_arguments_are_bugs()
    {
        Assert.Throws<ArgumentException>(() => HashChain.Seal("abc", "x"));
        Assert.Throws<ArgumentException>(() => HashChain.Seal(new string('A', 64), "x"));
        Assert.Throws<ArgumentException>(() => HashChain.Seal(HashChain.Genesis, "x", null!));
        // Two different lone surrogates would both be encoded as U+FFFD and share a seal.
        Assert.ThrowsAny<ArgumentException>(() => HashChain.Seal(HashChain.Genesis, "\ud800"));
    }
}
