using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Percolation;

/// <summary>What somebody waits for, analysed once: its words with their weights, the names among them, the outlets it asks for.</summary>
public sealed class StandingQuery
{
    private readonly QuestionSubject _subject;
    private readonly IReadOnlyList<string> _outlets;
    private readonly IReadOnlyList<string> _names;
    private readonly string? _rarest;

    private StandingQuery(string id, QuestionSubject subject, IReadOnlyList<string> outlets)
    {
        (Id, _subject, _outlets) = (id, subject, outlets);
        // A number is no name: it is what may have changed.
        _names = [.. subject.Names.Where(name => !char.IsDigit(name[0]))];
        _rarest = subject.Stems.MaxBy(subject.WeightOf);
    }

    /// <summary>The caller's name for it.</summary>
    public string Id { get; }

    /// <summary>Whether it says what or whom it is about; nothing matches it otherwise.</summary>
    public bool IsUsable => !_subject.IsEmpty && !_subject.IsVague;

    internal QuestionSubject Subject => _subject;

    /// <param name="id">The caller's name for it.</param>
    /// <param name="wording">A topic or question.</param>
    /// <param name="reading">What the wording says of outlets and periods, which are no words to look for; what comes is of no period that is over.</param>
    /// <param name="search">Says how rare words are.</param>
    public static StandingQuery Of(string id, string wording, ScopeReading reading, IPassageSearch search) =>
        new(id, QuestionSubject.Of(QuestionTerms.Of(wording, reading.Understood), search), reading.Filter.Sources);

    /// <summary>
    /// Whether an article is about it. Most of its weight has to stand in the article and, of that, much in neighbouring
    /// sentences; its names have to be there; and a longer article has to open with it or come back to it.
    /// </summary>
    internal bool Matches(Article article, ArticleWords words)
    {
        if (!IsUsable || (_outlets.Count > 0 && !_outlets.Contains(article.Source, StringComparer.Ordinal))) return false;
        if (_names.Count(words.Counts.ContainsKey) < PercolationWeights.RequiredNames * _names.Count) return false;
        var whole = _subject.Coverage(words.Counts.ContainsKey);
        // Nothing stands together that does not stand in the article.
        if (whole < PercolationWeights.RequiredStrength) return false;
        var together = Together(words);
        return together >= PercolationWeights.RequiredTogether
            && (whole + together) / 2 >= PercolationWeights.RequiredStrength
            && IsProminent(words);
    }

    /// <summary>The most that neighbouring sentences hold. The headline helps: it says what the sentences are about.</summary>
    private double Together(ArticleWords words)
    {
        var best = _subject.Coverage(words.Title);
        for (var i = 0; i < words.Sentences.Count; i++)
        {
            var window = words.Sentences.Skip(i).Take(PercolationWeights.Window).SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
            best = Math.Max(best, _subject.Coverage(words.Title, _subject.WithFullNames(window, words.Stems)));
        }

        return best;
    }

    private bool IsProminent(ArticleWords words)
    {
        var opening = _subject.Coverage(stem => words.Title.Contains(stem) || words.Sentences.Take(PercolationWeights.Opening).Any(s => s.Contains(stem)));
        return opening >= PercolationWeights.RequiredOpening || words.Counts.GetValueOrDefault(_rarest!) >= PercolationWeights.Mentions;
    }
}
