using System.Globalization;
using System.Text;

namespace BriefingBot.Benchmarks.Corpus;

/// <summary>Writes articles shaped like news: the same seed always gives the same articles.</summary>
internal sealed class NewsGenerator(int seed)
{
    /// <summary>Gives about 14.3 passages of up to 120 words an article.</summary>
    private const double MeanWords = 1490;
    private const double WordsSpread = 0.7;
    private const int Days = 548;
    private const int ArticlesPerStory = 8;
    private const double CopyShare = 0.03;

    private static readonly DateOnly FirstDay = new(2023, 1, 1);

    private static readonly string[] Outlets =
        [.. Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"outlet{i}.example"))];

    private readonly Random _random = new(seed);
    private readonly Lexicon _lexicon = new(new Random(seed));
    private readonly List<InventedArticle> _recent = [];

    public IEnumerable<InventedArticle> Articles(int count)
    {
        var stories = Enumerable.Range(0, Math.Max(1, count / ArticlesPerStory)).Select(_ => NewStory()).ToArray();
        for (var i = 0; i < count; i++)
        {
            var article = _recent.Count > 0 && _random.NextDouble() < CopyShare ? Copy(i) : Write(i, stories[_random.Next(stories.Length)]);
            if (_recent.Count == 100) _recent.RemoveAt(0);
            _recent.Add(article);
            yield return article;
        }
    }

    private Story NewStory() => new(_lexicon, FirstDay.AddDays(_random.Next(Days - 10)), _random);

    private InventedArticle Write(int number, Story story)
    {
        var (text, words) = (new StringBuilder(), Length());
        for (var paragraph = 0; words > 0; paragraph++)
        {
            if (paragraph > 0) text.Append("\n\n");
            for (var sentences = _random.Next(1, 3); sentences > 0; sentences--)
            {
                words -= Sentence(text, story, _random.Next(8, 38));
                if (sentences > 1) text.Append(' ');
            }
        }

        var day = story.Begun.AddDays(_random.Next(10));
        return Article(number, Title(story), day, text.ToString());
    }

    /// <summary>The same text in another outlet a day later, with a lead of its own and without its tail.</summary>
    private InventedArticle Copy(int number)
    {
        var original = _recent[_random.Next(_recent.Count)];
        var lead = new StringBuilder();
        Sentence(lead, NewStory(), 20);
        var cut = original.Text.LastIndexOf("\n\n", StringComparison.Ordinal);
        var body = cut > 0 ? original.Text[..cut] : original.Text;
        return Article(number, original.Title, DateOnly.ParseExact(original.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1), $"{lead}\n\n{body}");
    }

    private InventedArticle Article(int number, string title, DateOnly day, string text)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"invented-{number}");
        var outlet = Outlets[(int)(Outlets.Length * Math.Pow(_random.NextDouble(), 2))];
        var author = $"{_lexicon.Name(_random)} {_lexicon.Name(_random)}";
        return new InventedArticle(id, title, outlet, author, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"https://{outlet}/{id}", text);
    }

    private string Title(Story story)
    {
        var title = new StringBuilder();
        Sentence(title, story, _random.Next(6, 13));
        title.Length--;
        return title.ToString();
    }

    /// <summary>Log-normal, as lengths of articles are.</summary>
    private int Length()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return (int)Math.Clamp(MeanWords * Math.Exp((WordsSpread * normal) - (WordsSpread * WordsSpread / 2)), 120, 9000);
    }

    private int Sentence(StringBuilder text, Story story, int words)
    {
        var quoted = _random.NextDouble() < 0.1;
        if (quoted) text.Append('"');
        for (var i = 0; i < words; i++)
        {
            if (i > 0) text.Append(_random.NextDouble() < 0.06 ? ", " : " ");
            var word = Word(story);
            if (i == 0) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
            else text.Append(word);
        }

        if (quoted) text.Append(",\" said ").Append(story.Name(_random));
        text.Append('.');
        return quoted ? words + 2 : words;
    }

    private string Word(Story story) => _random.NextDouble() switch
    {
        < 0.29 => Lexicon.StopWord(_random),
        < 0.38 => story.Name(_random),
        < 0.40 => _lexicon.Name(_random),
        < 0.50 => story.Word(_random),
        < 0.52 => _random.Next(1, 3000).ToString(CultureInfo.InvariantCulture),
        _ => _lexicon.Word(_random),
    };
}
