namespace BriefingBot.Benchmarks.Corpus;

/// <summary>
/// The words of invented articles. Ranks follow the Zipf-Mandelbrot law, frequency ~ 1 / (rank + 10), which fits the
/// content words of news (first word 1.1 %, 50th 0.19 %, 200th 0.06 % of the running words).
/// </summary>
internal sealed class Lexicon
{
    public const int Words = 60_000;
    public const int Names = 12_000;
    private const double Offset = 10;

    // Lucene's English stop words, the commonest more often: they make up 29 % of running news text.
    private static readonly string[] Stop = [.. """
        the the the the the the the the the the the to to to to to of of of of of and and and and and a a a a a in in in in
        for for that that on on is is was with it as at by be are an not this but will or they their if no there then such these into
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // What every article has and the English analyzer keeps: these take the first ranks.
    private static readonly string[] Everyday = """
        said has from he have who his were which had been its more one about would people after year new we her also
        than when out up two over other first last some could time state all told three week percent country
        million most police government what can just like back years day work during against made company since president
        where because before down through under many national report including world group public number city
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", "y", "z", ""];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "ee"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "l", "s", "t", "m", "nd", "ck", "rt"];
    private static readonly string[] Endings = ["", "", "", "", "s", "s", "ed", "ing", "er", "ly", "ion", "ment"];

    private readonly string[] _words;
    private readonly string[] _names;

    public Lexicon(Random random)
    {
        var taken = new HashSet<string>([.. Everyday, .. Stop], StringComparer.Ordinal);
        _words = [.. Everyday, .. Invent(random, Words - Everyday.Length, taken, made => made < 1000 ? 1 : made < 12_000 ? 2 : random.Next(2, 4), Endings)];
        _names = [.. Invent(random, Names, taken, _ => random.Next(2, 4), [""]).Select(name => char.ToUpperInvariant(name[0]) + name[1..])];
    }

    public static string StopWord(Random random) => Stop[random.Next(Stop.Length)];

    public string Word(Random random) => _words[Rank(random, 0, _words.Length)];

    /// <summary>A word that is not in every article: what a story is about.</summary>
    public string Topic(Random random) => _words[Rank(random, 150, _words.Length)];

    public string Name(Random random) => _names[Rank(random, 0, _names.Length)];

    /// <summary>The law's distribution function turned round: a rank from <paramref name="first"/> up, 0-based.</summary>
    private static int Rank(Random random, int first, int count)
    {
        var (low, high) = (first + Offset, count + Offset);
        return Math.Min(count - 1, (int)((low * Math.Pow(high / low, random.NextDouble())) - Offset));
    }

    /// <param name="syllables">By rank: common words are short.</param>
    private static IEnumerable<string> Invent(Random random, int count, HashSet<string> taken, Func<int, int> syllables, string[] endings)
    {
        for (var made = 0; made < count;)
        {
            var word = string.Concat(Enumerable.Range(0, syllables(made)).Select(_ => Syllable(random))) + endings[random.Next(endings.Length)];
            if (word.Length < 3 || !taken.Add(word)) continue;
            made++;
            yield return word;
        }
    }

    private static string Syllable(Random random) =>
        Onsets[random.Next(Onsets.Length)] + Vowels[random.Next(Vowels.Length)] + Codas[random.Next(Codas.Length)];
}
