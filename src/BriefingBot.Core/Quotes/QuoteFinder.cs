using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;
using BriefingBot.Retrieval.Outlets;

namespace BriefingBot.Quotes;

/// <summary>A quotation with the article it stands in.</summary>
public sealed record FoundQuote(Quotation Quotation, Article Article);

/// <summary>What was found for a topic, best first, and what was searched.</summary>
public sealed record QuoteResult(IReadOnlyList<FoundQuote> Quotes, SearchScope Scope);

/// <summary>
/// Finds direct quotations on a topic, by a speaker if one is named; where nobody is quoted on it, exact sentences.
/// Each is looked up in its article before it is given out.
/// </summary>
public sealed class QuoteFinder(PassageRetriever retriever, IArticleLibrary library)
{
    /// <summary>Share of the topic that an article must cover for its quotations to be on the topic.</summary>
    private const double RequiredArticleCoverage = 0.6;

    /// <summary>Share that the quotation with its sentence and headline must cover.</summary>
    private const double RequiredQuoteCoverage = 0.3;

    /// <param name="topic">The topic in words, with the instant, period and sources to search.</param>
    /// <param name="speaker">Only quotations by this speaker, or else sentences that name them; null for anyone.</param>
    /// <param name="top">How many at most.</param>
    public async ValueTask<QuoteResult> FindAsync(Question topic, string? speaker, int top, CancellationToken cancellation)
    {
        var everything = await library.DescribeAsync(ArticleFilter.EverythingIn(topic.Access), cancellation);
        var reading = ScopeReader.Read(topic, new KnownSources(everything.Sources.Select(s => s.Source)));
        var found = await retriever.RetrieveAsync(topic, reading, cancellation);
        var articles = found.Articles.Where(a => found.Subject.Coverage(a.Stems) >= RequiredArticleCoverage).ToList();

        var quotes = Best(found.Subject, articles, article => Direct(article, speaker), top);
        if (quotes.Count == 0) quotes = Best(found.Subject, articles, article => Sentences(article, speaker), top);
        return new QuoteResult(quotes, found.Scope);
    }

    private static List<FoundQuote> Best(
        QuestionSubject subject, List<RetrievedArticle> articles, Func<RetrievedArticle, IEnumerable<Quotation>> read, int top)
    {
        var ranked = articles
            .SelectMany(article => read(article)
                .Where(q => QuotationCheck.Verbatim(article.Article, q.Span, q.Text))
                .Select(q => (Quote: new FoundQuote(q, article.Article), Coverage: Coverage(subject, article, q), article.Score)))
            .Where(q => q.Coverage >= RequiredQuoteCoverage)
            .OrderByDescending(q => q.Coverage * q.Score)
            .ThenBy(q => q.Quote.Article.Id.Value, StringComparer.Ordinal).ThenBy(q => q.Quote.Quotation.Span.Start);
        // The same words in a near-copy, or reported by several outlets, are shown once.
        return [.. ranked.DistinctBy(q => Words(q.Quote.Quotation.Text)).Take(top).Select(q => q.Quote)];
    }

    private static IEnumerable<Quotation> Direct(RetrievedArticle article, string? speaker) =>
        QuotationReader.Read(article.Article).Where(q => speaker is null || SpeakerMatch.Matches(q, speaker));

    /// <summary>Sentences as they stand; with a speaker, those that name them.</summary>
    private static IEnumerable<Quotation> Sentences(RetrievedArticle article, string? speaker)
    {
        var named = speaker is null ? [] : EnglishTerms.Of(speaker).Select(t => t.Stem).ToList();
        if (speaker is not null && named.Count == 0) return [];
        return article.Passages.SelectMany(p => p.Sentences)
            .Where(s => named.All(s.Stems.Contains))
            .Select(s => new Quotation(s.Span, s.Span.Of(article.Article.Text), null, null, Direct: false, s.Span));
    }

    /// <summary>What the words themselves cover counts whole, what only their sentence, speaker or headline adds counts half.</summary>
    private static double Coverage(QuestionSubject subject, RetrievedArticle article, Quotation quote)
    {
        var text = article.Article.Text;
        var words = Stems(EnglishTerms.Of(text, quote.Span));
        var around = Stems(EnglishTerms.Of(text, quote.Context));
        around.UnionWith(words);
        around.UnionWith(article.TitleStems);
        around.UnionWith(Stems(EnglishTerms.Of($"{quote.Speaker} {quote.Role}")));
        return (subject.Coverage(words) + subject.Coverage(around)) / 2;
    }

    private static HashSet<string> Stems(IEnumerable<Term> terms) => terms.Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    private static string Words(string text) => string.Join(' ', EnglishTerms.Of(text).Select(t => t.Stem));
}
