using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>
/// The words of an article's body as hashes: lower-cased, without punctuation, so that typography and casing do not
/// tell copies apart. Words are split at white space and dashes; no string is made.
/// </summary>
internal ref struct WordHashes(string text, IReadOnlyList<Block> blocks)
{
    private const char Break = ' ';

    /// <summary>Left out of its word.</summary>
    private const char Left = '-';

    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Fold((char)c))];

    private int _block = -1;
    private int _at;
    private int _end;

    public ulong Current { get; private set; }

    /// <summary>True when the current word holds a digit.</summary>
    public bool IsNumber { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            if (_at < _end)
            {
                if (ReadWord()) return true;
            }
            else if (!NextBlock())
            {
                return false;
            }
        }
    }

    private bool NextBlock()
    {
        while (++_block < blocks.Count)
        {
            if (blocks[_block].Kind != BlockKind.Body) continue;
            (_at, _end) = (blocks[_block].Span.Start, blocks[_block].Span.End);
            return true;
        }

        return false;
    }

    private bool ReadWord()
    {
        // FNV-1a over the letters and digits (http://www.isthe.com/chongo/tech/comp/fnv/), mixed at the end.
        const ulong offset = 14695981039346656037, prime = 1099511628211;
        var (hash, any, digit) = (offset, false, false);
        while (_at < _end)
        {
            var c = text[_at++];
            c = c < Ascii.Length ? Ascii[c] : Fold(c);
            if (c == Break) break;
            if (c == Left) continue;
            digit |= char.IsAsciiDigit(c);
            hash = (hash ^ c) * prime;
            any = true;
        }

        (Current, IsNumber) = (Mix(hash), digit);
        return any;
    }

    /// <summary>The letter or digit in lower case, or what else becomes of the character.</summary>
    private static char Fold(char c) =>
        char.IsWhiteSpace(c) || c is '–' or '—' ? Break
        : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c)
        : Left;

    /// <summary>The finaliser of MurmurHash3: every input bit reaches every output bit.</summary>
    internal static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
