using System.Security.Cryptography;
using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering.Synthesis;

/// <summary>A passage that may be cited in one answer.</summary>
/// <param name="Text">What the model is given of it: all but sentences that talk to a model.</param>
internal sealed record CitablePassage(string Key, RetrievedArticle Article, TextSpan Span, string Text);

/// <summary>
/// Which passages a model may cite in one answer, and under which keys. Keys are drawn at random for each answer: an
/// article can neither know nor forge one, and a model cannot count on to one that it was not given.
/// </summary>
internal sealed class CitablePassages(int characters)
{
    /// <summary>Articles of one search whose passages are given out.</summary>
    private const int Articles = 8;

    private const int KeyLength = 6;

    /// <summary>Without vowels, so that no key is a word; without what is easily misread.</summary>
    private const string KeyLetters = "bcdfghjkmnpqrstvwxz23456789";

    private readonly Lock _turn = new();
    private readonly Dictionary<string, CitablePassage> _byKey = new(StringComparer.Ordinal);
    private int _left = characters;

    public CitablePassage? Find(string key)
    {
        lock (_turn) return _byKey.GetValueOrDefault(key);
    }

    /// <summary>Gives out what is new in a search result, oldest first, as far as there is room.</summary>
    public IReadOnlyList<KeyedPassage> Add(IReadOnlyList<RetrievedArticle> found)
    {
        lock (_turn)
        {
            return [.. found.Take(Articles).SelectMany(article => article.Passages.Select(p => TryAdd(article, p.Span)).OfType<KeyedPassage>())
                .OrderBy(p => p.Published)];
        }
    }

    private KeyedPassage? TryAdd(RetrievedArticle found, TextSpan span)
    {
        var text = Readable(found.Article.Text, span);
        if (text.Length == 0 || text.Length > _left || _byKey.Values.Any(given => Holds(given, found.Stored, span))) return null;
        _left -= text.Length;
        var passage = new CitablePassage(NewKey(), found, span, text);
        _byKey.Add(passage.Key, passage);
        var title = ModelInstruction.Is(found.Article.Title) ? "" : PlainText.OneLine(found.Article.Title);
        return new KeyedPassage(passage.Key, PlainText.OneLine(found.Article.Source), title, found.Article.Published?.Day, text);
    }

    /// <summary>Given out already, or a near-copy of what is.</summary>
    private static bool Holds(CitablePassage given, StoredArticle article, TextSpan span) =>
        given.Article.Stored.Key == article.Key ? given.Span.Overlaps(span) : given.Article.Stored.CopyGroup == article.CopyGroup;

    /// <summary>The passage's sentences but those that talk to a model instead of to readers.</summary>
    private static string Readable(string text, TextSpan span) => PlainText.OneLine(string.Join(
        ' ', SentenceSplitter.Split(text, span).Select(s => s.Of(text)).Where(s => !ModelInstruction.Is(s))));

    private string NewKey()
    {
        while (true)
        {
            var key = RandomNumberGenerator.GetString(KeyLetters, KeyLength);
            if (!_byKey.ContainsKey(key)) return key;
        }
    }
}
