using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Percolation;

/// <summary>What somebody waits for, analysed once: its words with their weights, the names among them, the outlets it asks for.</summary>
public sealed class StandingQuery
{
    // As stems. They say how things stand to each other and in no topic what it is about.
    private static readonly HashSet<string> Relations = EnglishTerms.StemsOf(
        "about above across against along among around behind below beneath beside between beyond concerning down inside near onto outside regarding toward towards under upon within without");

    private readonly IReadOnlyList<string> _outlets;
    private readonly double _total;

    private StandingQuery(string id, QuestionSubject subject, IReadOnlyList<QueryWord> words, IReadOnlyList<string> outlets)
    {
        (Id, Subject, Words, _outlets) = (id, subject, words, outlets);
        _total = words.Sum(w => w.Weight);
    }

    /// <summary>The caller's name for it.</summary>
    public string Id { get; }

    /// <summary>Whether it says what or whom it is about; nothing matches it otherwise.</summary>
    public bool IsUsable => !Subject.IsEmpty && !Subject.IsVague;

    internal QuestionSubject Subject { get; }

    internal IReadOnlyList<QueryWord> Words { get; }

    /// <param name="id">The caller's name for it.</param>
    /// <param name="wording">A topic or question.</param>
    /// <param name="reading">What the wording says of outlets and periods, which are no words to look for; what comes is of no period that is over.</param>
    /// <param name="search">Says how rare words are.</param>
    public static StandingQuery Of(string id, string wording, ScopeReading reading, IPassageSearch search)
    {
        var terms = QuestionTerms.Of(wording, reading.Understood).Where(t => !Relations.Contains(t.Stem)).Select(term => Named(term, wording)).ToList();
        var subject = QuestionSubject.Of(terms, search);
        return new StandingQuery(id, subject, [.. terms.DistinctBy(t => t.Stem).Select(term => new QueryWord(
            term.Stem, subject.WeightOf(term.Stem), subject.Names.Contains(term.Stem), EverydayWords.Contains(term.Stem),
            // A name is nobody else's; the first word may only be written like one.
            subject.Names.Contains(term.Stem) && term.Span.Start > 0 ? [] : WordBag.GroupsOf(wording, new Term(term.Stem, term.Span))))], reading.Filter.Sources);
    }

    /// <summary>
    /// Whether an article is about it. Most of its weight has to stand in the article, and much of it in neighbouring
    /// sentences; its names have to be there, and what else it says; and a longer article has to open with it or come back to it.
    /// </summary>
    internal bool Matches(Article article, ArticleWords words)
    {
        if (!IsUsable || (_outlets.Count > 0 && !_outlets.Contains(article.Source, StringComparer.Ordinal)) || !HasNames(words.All) || !HasMatter(words.All)) return false;
        var whole = Share(words.All);
        if (whole < PercolationWeights.RequiredStrength) return false;
        var together = Together(words);
        return together >= PercolationWeights.RequiredTogether && (whole + together) / 2 >= PercolationWeights.RequiredStrength && IsProminent(words);
    }

    /// <summary>A topic often begins with a name, a question does not.</summary>
    private static QuestionTerm Named(QuestionTerm term, string wording) =>
        term.Span.Start == 0 && char.IsUpper(wording[0]) && !EverydayWords.Contains(term.Stem) ? term with { IsName = true } : term;

    /// <summary>A number is no name: it is what may have changed.</summary>
    private bool HasNames(WordBag article)
    {
        var names = Words.Where(w => w.IsName && !char.IsDigit(w.Stem[0])).ToList();
        return names.Count(w => w.HeldBy(article) > 0) >= PercolationWeights.RequiredNames * names.Count;
    }

    private bool HasMatter(WordBag article)
    {
        var matter = Words.Where(w => w is { IsName: false, IsEveryday: false }).ToList();
        return matter.Sum(w => w.Weight * w.HeldBy(article)) >= PercolationWeights.RequiredMatter * matter.Sum(w => w.Weight);
    }

    private double Share(WordBag bag) => Words.Sum(w => w.Weight * w.HeldBy(bag)) / _total;

    /// <summary>The most that neighbouring sentences hold.</summary>
    private double Together(ArticleWords words) => words.Windows.Max(window => Share(WithFullNames(window, words.All)));

    private WordBag WithFullNames(WordBag window, WordBag article)
    {
        var full = Subject.WithFullNames(window.Stems, article.Stems);
        return ReferenceEquals(full, window.Stems) ? window : window with { Stems = [.. full] };
    }

    private bool IsProminent(ArticleWords words) =>
        Share(words.Opening) >= PercolationWeights.RequiredOpening
        || words.Counts.GetValueOrDefault(Words.MaxBy(w => w.Weight)!.Stem) >= PercolationWeights.Mentions;
}

/// <summary>A word of a query.</summary>
/// <param name="Like">The groups of words of like meaning that it is in.</param>
internal sealed record QueryWord(string Stem, double Weight, bool IsName, bool IsEveryday, IReadOnlyList<int> Like)
{
    /// <summary>1 where the word stands, less where one of like meaning does, else 0.</summary>
    public double HeldBy(WordBag bag) => bag.Stems.Contains(Stem) ? 1 : Like.Any(bag.Groups.Contains) ? PercolationWeights.Like : 0;
}
