using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Passages;

namespace BriefingBot.Benchmarks.Corpus;

/// <summary>
/// Asks about a sentence of an article's opening in the shapes that people use, some days after it was published.
/// Every fifth question mixes two articles, so that refusing, which may search twice, is measured too.
/// </summary>
internal sealed class QuestionGenerator(int seed)
{
    // Numbered places take words of the sentence, in its order.
    private static readonly string[] Shapes =
    [
        "Which {0} {1} did {2} {3} in {4} {5} this week, its first {6} in {7} years?",
        "How many {0} were {1} after the {2} {3} {4} hit {5} and {6} {7}, according to police?",
        "What did {0} say about the {1} {2} and the {3} {4} of {5} {6} after {7} people were {8}?",
        "Why did {0} {1} the {2} {3} {4} {5} {6} last week?",
        "Who {0} the {1} {2} {3} that {4} {5} said would {6} the {7} {8}?",
        "{0} {1} {2} {3} {4}",
        "What is the latest on {0} {1} and the {2} {3} {4}?",
        "When will the {0} {1} {2} {3} in {4} {5}, and which {6} {7} {8} is the government's {9}?",
        "By what percentage has the {0} {1} of {2} {3} been {4} since the {5} {6} {7} {8} {9} over a new {10}?",
        "Which of the {0} {1} {2} {3} was {4} recently by {5} {6} {7}, who had {8} the {9} state?",
        "After {0} {1} {2} {3}, how much more will {4} {5} {6} {7} have to {8} this year, and what does {9} {10} {11}?",
    ];

    private const int MostPlaces = 12;

    private readonly Random _random = new(seed);
    private int _asked;

    public EvaluationQuestion Ask(InventedArticle article, InventedArticle other)
    {
        var mixed = ++_asked % 5 == 0;
        var words = ContentWords(article);
        if (mixed) words = [.. words.Zip(ContentWords(other), (a, b) => _random.Next(2) == 0 ? a : b)];
        var shape = Shapes[_random.Next(Shapes.Length)];
        object[] chosen = [.. Enumerable.Range(_random.Next(words.Count), MostPlaces).Select(i => words[i % words.Count])];
        var asOf = DateOnly.ParseExact(article.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(_random.Next(1, 7));
        return new EvaluationQuestion(
            string.Create(CultureInfo.InvariantCulture, $"q{_asked}"), string.Format(CultureInfo.InvariantCulture, shape, chosen),
            asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Articles: mixed ? [] : [article.Id], Answerable: !mixed);
    }

    private List<string> ContentWords(InventedArticle article)
    {
        var sentences = SentenceSplitter.Split(article.Text, new TextSpan(0, Math.Min(article.Text.Length, 1500))).Take(6).ToList();
        var sentence = sentences[_random.Next(sentences.Count)].Of(article.Text);
        return [.. EnglishTerms.Of(sentence).Select(term => term.Span.Of(sentence)), .. EnglishTerms.Of(article.Title).Select(term => term.Span.Of(article.Title))];
    }
}
