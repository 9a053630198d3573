using BriefingBot.Quotes;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Quotes for programs.</summary>
internal sealed record QuotesJson(IReadOnlyList<QuoteJson> Quotes, ScopeJson Scope)
{
    public static QuotesJson Of(QuoteResult found) => new([.. found.Quotes.Select(QuoteJson.Of)], ScopeJson.Of(found.Scope));
}

/// <param name="Direct">True for words in quotation marks; false for an exact sentence of the article.</param>
/// <param name="Start">UTF-16 offset of the text in the article's text, as <c>article ID --json</c> gives it.</param>
/// <param name="End">Offset behind its last code unit.</param>
internal sealed record QuoteJson(
    string Text, string? Speaker, string? Role, bool Direct,
    string ArticleId, string Title, string Source, string? Published, string Url, int Start, int End)
{
    public static QuoteJson Of(FoundQuote found) => new(
        found.Quotation.Text, found.Quotation.Speaker, found.Quotation.Role, found.Quotation.Direct,
        found.Article.Id.Value, found.Article.Title, found.Article.Source, found.Article.Published?.ToString(), found.Article.Url,
        found.Quotation.Span.Start, found.Quotation.Span.End);
}
