namespace BriefingBot.Benchmarks.Corpus;

/// <summary>
/// What several articles are about: names and words that come again and again in them. Without that, every word
/// would be spread evenly over all articles, which no real text does.
/// </summary>
internal sealed class Story
{
    private readonly string[] _names;
    private readonly string[] _words;

    public Story(Lexicon lexicon, DateOnly begun, Random random)
    {
        Begun = begun;
        _names = [.. Enumerable.Range(0, 12).Select(_ => lexicon.Name(random))];
        _words = [.. Enumerable.Range(0, 40).Select(_ => lexicon.Topic(random))];
    }

    public DateOnly Begun { get; }

    public string Name(Random random) => Favouring(_names, random);

    public string Word(Random random) => Favouring(_words, random);

    private static string Favouring(string[] first, Random random) => first[(int)(first.Length * Math.Pow(random.NextDouble(), 2))];
}
