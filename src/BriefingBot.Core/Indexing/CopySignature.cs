using System.Numerics;
using System.Runtime.InteropServices;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// A small summary of an article's body from which its resemblance to another body can be estimated: MinHash over
/// word shingles (Broder 1997, On the resemblance and containment of documents), computed with one permutation (Li,
/// Owen and Zhang 2012) and optimal densification (Shrivastava 2017, https://proceedings.mlr.press/v70/shrivastava17a.html).
/// </summary>
public sealed class CopySignature
{
    public const int Slots = 128;

    /// <summary>Words per shingle; 5 to 10 is usual for news prose (Leskovec, Rajaraman and Ullman, ch. 3.2).</summary>
    public const int ShingleWords = 5;

    private const int NumberBits = 256;
    private const uint Unset = uint.MaxValue;
    private const ulong Base = 0x9e3779b97f4a7c15;

    private readonly uint[] _slots;
    private readonly ulong[] _numbers;

    private CopySignature(ulong fingerprint, int words, ulong[] numbers, uint[] slots) =>
        (Fingerprint, Words, _numbers, _slots) = (fingerprint, words, numbers, slots);

    /// <summary>Hash of all words in order: equal for bodies that differ at most in typography.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Words in the body.</summary>
    public int Words { get; }

    /// <summary>How many shingles the body has.</summary>
    public int Shingles => Math.Max(0, Words - ShingleWords + 1);

    internal ReadOnlySpan<uint> Minima => _slots;

    public static CopySignature Of(Article article)
    {
        var (slots, numbers) = (new uint[Slots], new ulong[NumberBits / 64]);
        Array.Fill(slots, Unset);
        Span<ulong> window = stackalloc ulong[ShingleWords];
        var leaving = Power(Base, ShingleWords - 1);
        var (words, rolling, fingerprint) = (0, 0UL, 0UL);

        var scan = new WordHashes(article.Text, article.Blocks);
        while (scan.MoveNext())
        {
            var word = scan.Current;
            fingerprint = WordHashes.Mix((fingerprint * Base) + word);
            if (scan.IsNumber) numbers[(word >> 6) % (NumberBits / 64)] |= 1UL << (int)(word & 63);

            // Rabin-Karp over words: drop the word that leaves the window, shift, take the new one in.
            ref var oldest = ref window[words % ShingleWords];
            rolling = ((rolling - (oldest * leaving)) * Base) + word;
            oldest = word;
            if (++words >= ShingleWords) Take(slots, WordHashes.Mix(rolling));
        }

        if (words >= ShingleWords) Densify(slots);
        return new CopySignature(fingerprint, words, numbers, slots);
    }

    /// <summary>Estimated share of shingles that two bodies have in common, of all they have (Jaccard), 0 to 1.</summary>
    public double Resemblance(CopySignature other)
    {
        if (Shingles == 0 || other.Shingles == 0) return 0;
        var equal = 0;
        for (var i = 0; i < Slots; i += Vector<uint>.Count)
        {
            var same = Vector.Equals(new Vector<uint>(_slots, i), new Vector<uint>(other._slots, i));
            equal -= Vector.Sum(Vector.AsVectorInt32(same));
        }

        return (double)equal / Slots;
    }

    /// <summary>Estimated share of the shorter body's shingles that the longer one has too, from the resemblance and both sizes (Broder 1997).</summary>
    public double Containment(CopySignature other, double resemblance)
    {
        var shorter = Math.Min(Shingles, other.Shingles);
        var common = resemblance / (1 + resemblance) * (Shingles + other.Shingles);
        return shorter == 0 ? 0 : Math.Min(1, common / shorter);
    }

    /// <summary>The share of numbers (words with digits) of the body with fewer of them that the other has too; null with under 3.</summary>
    public double? CommonNumbers(CopySignature other)
    {
        var (mine, theirs, both) = (0, 0, 0);
        for (var i = 0; i < _numbers.Length; i++)
        {
            mine += BitOperations.PopCount(_numbers[i]);
            theirs += BitOperations.PopCount(other._numbers[i]);
            both += BitOperations.PopCount(_numbers[i] & other._numbers[i]);
        }

        var fewer = Math.Min(mine, theirs);
        return fewer < 3 ? null : (double)both / fewer;
    }

    public byte[] ToBytes() =>
        [.. MemoryMarshal.AsBytes([Fingerprint, (ulong)Words, .. _numbers]), .. MemoryMarshal.AsBytes(_slots.AsSpan())];

    public static CopySignature FromBytes(ReadOnlySpan<byte> bytes)
    {
        const int head = (2 + (NumberBits / 64)) * sizeof(ulong);
        var numbers = MemoryMarshal.Cast<byte, ulong>(bytes[..head]);
        return new CopySignature(numbers[0], (int)numbers[1], numbers[2..].ToArray(), MemoryMarshal.Cast<byte, uint>(bytes[head..]).ToArray());
    }

    /// <summary>The top bits choose the slot, the low bits compete for its minimum.</summary>
    private static void Take(uint[] slots, ulong hash)
    {
        ref var slot = ref slots[hash >> 57];
        slot = Math.Min(slot, Math.Min((uint)hash, Unset - 1));
    }

    /// <summary>An empty slot borrows from one that a universal hash of its number and the attempt chooses.</summary>
    private static void Densify(uint[] slots)
    {
        ReadOnlySpan<uint> filled = [.. slots];
        for (var i = 0; i < Slots; i++)
        {
            for (var attempt = 1UL; slots[i] == Unset; attempt++)
            {
                slots[i] = filled[(int)(WordHashes.Mix(((ulong)i * Base) + attempt) >> 57)];
            }
        }
    }

    private static ulong Power(ulong value, int exponent) => exponent == 0 ? 1 : value * Power(value, exponent - 1);
}
