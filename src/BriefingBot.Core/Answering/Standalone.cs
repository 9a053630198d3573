using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering;

/// <summary>
/// Gives a sentence that leans on its surroundings ("He said so.") what it needs to be understood alone: the sentence
/// before it, or else a lead-in with the article's title.
/// </summary>
internal static class Standalone
{
    /// <summary>The sentence ready to be shown, or null when nothing can make it understandable.</summary>
    public static DraftSentence? Make(CandidateSentence candidate)
    {
        var article = candidate.Article.Article;
        var headline = LeadIn(article);
        if (!candidate.Leans) return Draft(candidate, candidate.Span, candidate.NeedsTitle ? headline : "");
        if (headline.Length > 0 && SentenceShape.IsSpokenByName(candidate.Text)) return Draft(candidate, candidate.Span, headline);
        if (Before(article, candidate.Span) is { } before && StandsAlone(before.Of(article.Text))
            && SentenceShape.Words(before.Of(article.Text)) <= AnswerWeights.LongestContextWords)
        {
            return Draft(candidate, before with { End = candidate.Span.End }, "");
        }

        return headline.Length > 0 ? Draft(candidate, candidate.Span, headline) : null;
    }

    /// <summary>Names the article a sentence is from; empty when it has no title.</summary>
    public static string LeadIn(Article article) => Headline.Of(article) is { Length: > 0 } title && !ModelInstruction.Is(title) ? $"In “{title}”: " : "";

    private static DraftSentence Draft(CandidateSentence candidate, TextSpan span, string leadIn)
    {
        var text = candidate.Article.Article.Text;
        var stems = span == candidate.Span ? candidate.Stems : EnglishTerms.StemsOf(text, span);
        return new DraftSentence(leadIn, OnOneLine(span.Of(text)), [new Evidence(candidate.Article, span, stems)]);
    }

    /// <summary>The sentence just before, if it stands in the body with nothing but white space between.</summary>
    private static TextSpan? Before(Article article, TextSpan span)
    {
        TextSpan? before = null;
        foreach (var block in article.Blocks.Where(b => b.Span.Start < span.Start))
        {
            if (block.Kind != BlockKind.Body) before = null;
            else foreach (var sentence in SentenceSplitter.Split(article.Text, block.Span).TakeWhile(s => s.Start < span.Start)) before = sentence;
        }

        return before is { } found && found.End <= span.Start ? found : null;
    }

    private static bool StandsAlone(string sentence) =>
        !SentenceShape.Leans(sentence) && !SentenceShape.IsTornQuote(sentence) && SentenceShape.IsStatement(sentence) && !ModelInstruction.Is(sentence)
        && SentenceShape.Words(sentence) >= AnswerWeights.ShortestWords;

    /// <summary>A quotation over a paragraph border is shown on one line.</summary>
    internal static string OnOneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\t') < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
