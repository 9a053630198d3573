using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>Checks that quoted words stand in an article.</summary>
public static class QuotationCheck
{
    /// <summary>True when the article's text at <paramref name="span"/> is <paramref name="words"/>, character for character.</summary>
    public static bool Verbatim(Article article, TextSpan span, string words) =>
        span.Start >= 0 && span.Start < span.End && span.End <= article.Text.Length
        && article.Text.AsSpan(span.Start, span.Length).SequenceEqual(words);
}
