namespace BriefingBot.Passages;

/// <summary>
/// Finds words where Lucene's StandardTokenizer does, by the same rules (Unicode text segmentation, WB5 to WB12,
/// https://www.unicode.org/reports/tr29/tr29-23.html), in text made only of the characters of ordinary English print.
/// One look at each character, for this runs over everything that is indexed and ranked.
/// </summary>
internal ref struct EnglishWords(ReadOnlySpan<char> text)
{
    private static readonly Kind[] Kinds = KindsOfPrint();

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>What a character does to the word before it.</summary>
    private enum Kind : byte
    {
        /// <summary>Combining marks, other scripts, emoji: they have rules of their own.</summary>
        Strange,
        Ends,
        Letter,
        Digit,
        JoinsAlike,
        JoinsLetters,
        JoinsDigits,
    }

    /// <summary>True when reading stopped at a character that these rules are not enough for.</summary>
    public bool Strange { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Of the word's characters.</summary>
    public uint Hash { get; private set; }

    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    public bool MoveNext()
    {
        var at = End;
        while (at < _text.Length && KindAt(at) is not (Kind.Letter or Kind.Digit or Kind.Strange)) at++;
        Start = at;

        // FNV-1a over characters (http://www.isthe.com/chongo/tech/comp/fnv/).
        var hash = 2166136261u;
        for (; at < _text.Length; at++)
        {
            var kind = KindAt(at);
            if (kind is not (Kind.Letter or Kind.Digit) && !Joins(kind, at))
            {
                Strange = kind == Kind.Strange;
                break;
            }

            hash = (hash ^ _text[at]) * 16777619;
        }

        (End, Hash) = (at, hash);
        return at > Start && !Strange;
    }

    private readonly Kind KindAt(int at) => _text[at] < Kinds.Length ? Kinds[_text[at]] : Kind.Strange;

    /// <summary>Whether a mark is inside of a word ("U.S", "don't") or number ("1,000").</summary>
    private readonly bool Joins(Kind mark, int at)
    {
        if (mark < Kind.JoinsAlike || at + 1 >= _text.Length) return false;
        return (KindAt(at - 1), KindAt(at + 1)) switch
        {
            (Kind.Letter, Kind.Letter) => mark != Kind.JoinsDigits,
            (Kind.Digit, Kind.Digit) => mark != Kind.JoinsLetters,
            _ => false,
        };
    }

    private static Kind[] KindsOfPrint()
    {
        var kinds = new Kind[0x2100];
        foreach (var c in "\t\n\r\u00A0£°–—“”•…€") kinds[c] = Kind.Ends;
        for (var c = ' '; c <= '~'; c++) kinds[c] = char.IsLetter(c) ? Kind.Letter : char.IsDigit(c) ? Kind.Digit : Kind.Ends;
        for (var c = '\u00C0'; c <= '\u00FF'; c++) kinds[c] = char.IsLetter(c) ? Kind.Letter : Kind.Ends;
        kinds['_'] = Kind.Strange;
        foreach (var c in ".'‘’") kinds[c] = Kind.JoinsAlike;
        kinds[':'] = Kind.JoinsLetters;
        foreach (var c in ",;") kinds[c] = Kind.JoinsDigits;
        return kinds;
    }
}
