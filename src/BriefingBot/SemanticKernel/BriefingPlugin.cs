using System.ComponentModel;
using BriefingBot.Articles;
using BriefingBot.Quotes;
using BriefingBot.Retrieval;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel;

/// <summary>
/// The briefings as functions for any agent of Semantic Kernel, bound to what the asker may see and to an instant. Texts
/// that they return are untrusted.
/// </summary>
/// <param name="access">What the asker may see.</param>
/// <param name="asOf">Nothing published later is given out.</param>
public sealed class BriefingPlugin(
    PassageRetriever retriever, ScopeReader scopes, QuoteFinder quotes, IArticleLibrary library, ArticleAccess access, DateTimeOffset asOf)
{
    public const string Name = "briefings";
    private const int MostPassages = 12;
    private const int MostQuotes = 5;
    private const int LongestText = 20_000;

    public KernelPlugin ToPlugin() => KernelPluginFactory.CreateFromObject(this, Name);

    [KernelFunction("search")]
    [Description("Passages of news articles on a question, best articles first. Periods and outlets named in the question are understood.")]
    public async Task<IReadOnlyList<FoundPassage>> SearchAsync(
        [Description("The question or subject")] string query,
        [Description("First day to search, such as 2020-09-01; null for no bound")] DateOnly? since = null,
        [Description("Last day to search; null for no bound")] DateOnly? until = null,
        CancellationToken cancellation = default)
    {
        var question = new Question(query, asOf, since, until) { Access = access };
        var found = await retriever.RetrieveAsync(question, await scopes.ReadAsync(question, cancellation), cancellation);
        return [.. found.Articles
            .SelectMany(a => a.Passages.Select(p => new FoundPassage(a.Article.Id.Value, a.Article.Title, a.Article.Source, a.Article.Published?.ToString(), p.Span.Of(a.Article.Text))))
            .Take(MostPassages)];
    }

    [KernelFunction("quotes")]
    [Description("Direct quotations on a topic, word for word, with speaker and article.")]
    public async Task<IReadOnlyList<FoundSpeech>> QuotesAsync(
        [Description("The topic")] string topic,
        [Description("Only by this speaker; null for anyone")] string? speaker = null,
        CancellationToken cancellation = default)
    {
        var found = await quotes.FindAsync(new Question(topic, asOf) { Access = access }, speaker, MostQuotes, cancellation);
        return [.. found.Quotes.Select(q => new FoundSpeech(q.Quotation.Text, q.Quotation.Speaker, q.Article.Id.Value, q.Article.Title, q.Article.Source, q.Article.Published?.ToString()))];
    }

    [KernelFunction("article")]
    [Description("The text of one article by its id; null when there is none to be seen.")]
    public async Task<FoundPassage?> ArticleAsync([Description("The id, as search gives it")] string id, CancellationToken cancellation = default)
    {
        if (!ArticleId.TryParse(id, out var key) || await library.FindAsync(key, cancellation) is not { Article: var article }) return null;
        // A calendar day counts from its beginning, as in the search.
        if (!access.Admits(article) || article.Published?.Day > DateOnly.FromDateTime(asOf.UtcDateTime)) return null;
        return new FoundPassage(id, article.Title, article.Source, article.Published?.ToString(), article.Text.Length > LongestText ? article.Text[..LongestText] : article.Text);
    }
}

/// <param name="Published">ISO 8601; null when undated.</param>
public sealed record FoundPassage(string ArticleId, string Title, string Source, string? Published, string Text);

/// <param name="Speaker">Null when nobody is named, or for a sentence that is not a quotation.</param>
/// <param name="Published">ISO 8601; null when undated.</param>
public sealed record FoundSpeech(string Text, string? Speaker, string ArticleId, string Title, string Source, string? Published);
