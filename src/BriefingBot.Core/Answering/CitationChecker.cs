using BriefingBot.Answering.Checking;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering;

/// <summary>
/// Looks every citation up in the stored article before it may be shown. What does not hold is dropped; a sentence
/// that loses all its evidence is dropped with it.
/// </summary>
internal static class CitationChecker
{
    public static IReadOnlyList<DraftSentence> Check(IReadOnlyList<DraftSentence> drafts) =>
        [.. drafts.Select(Check).OfType<DraftSentence>()];

    private static DraftSentence? Check(DraftSentence draft) => draft.Wording switch
    {
        Wording.Written => Written(draft),
        Wording.Disagreement => draft.LeadIn.Length == 0 && draft.Evidence.All(e => IsBody(e.Article.Article, e.Span)) && Disagreement.Holds(draft) ? draft : null,
        _ => Extracted(draft),
    };

    /// <summary>Whether places in articles bear a model's sentence out, all of them together.</summary>
    /// <param name="withHeadlines">Whether the articles' headlines may tell who or what is meant.</param>
    public static bool BearOut(string sentence, IReadOnlyList<Evidence> evidence, bool withHeadlines) =>
        evidence.Count > 0 && ShorteningChecker.Judge(sentence, [.. evidence.Select(e => e.Cited)], withHeadlines).IsSupported;

    /// <summary>A model's sentence stands on nothing but what is left of its evidence.</summary>
    private static DraftSentence? Written(DraftSentence draft)
    {
        List<Evidence> evidence = [.. draft.Evidence.Where(e => IsBody(e.Article.Article, e.Span))];
        return draft.LeadIn.Length == 0 && BearOut(draft.Body, evidence, withHeadlines: true) ? draft with { Evidence = evidence } : null;
    }

    /// <summary>An article's sentence stands in the article, or says what another one says.</summary>
    private static DraftSentence? Extracted(DraftSentence draft)
    {
        var held = draft with { Evidence = [.. draft.Evidence.Where(e => Holds(draft, e))] };
        return held.Evidence.Count > 0 && LeadInHolds(held) ? held : null;
    }

    private static bool Holds(DraftSentence draft, Evidence evidence)
    {
        var article = evidence.Article.Article;
        if (!IsBody(article, evidence.Span)) return false;
        var quote = evidence.Span.Of(article.Text);
        // The stems are made from the texts anew: the check rests on nothing that writing the answer has left behind.
        return Standalone.OnOneLine(quote).Contains(draft.Body, StringComparison.Ordinal)
            || Support.Holds(draft.Body, EnglishTerms.StemsOf(draft.Body), quote, EnglishTerms.StemsOf(quote));
    }

    private static bool IsBody(Article article, TextSpan span) =>
        span.Start >= 0 && span.End <= article.Text.Length && span.Length > 0
        && article.Blocks.Where(b => b.Span.Overlaps(span)).All(b => b.Kind == BlockKind.Body);

    private static bool LeadInHolds(DraftSentence draft) =>
        draft.LeadIn.Length == 0 || draft.LeadIn == Standalone.LeadIn(draft.Origin.Article.Article);
}
