using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Retrieval;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>An answer for programs.</summary>
/// <param name="Status">answered, nothing-found, off-topic, scope-empty or help.</param>
/// <param name="Scope">What was searched; null when nothing was.</param>
internal sealed record AnswerJson(
    string Status, string Question, string Text,
    IReadOnlyList<SentenceJson> Sentences, IReadOnlyList<CitationJson> Citations,
    IReadOnlyList<SourceJson> Nearest, IReadOnlyList<SourceJson> Wider,
    ScopeJson? Scope, string Writer, SynthesisJson? Synthesis, ElapsedJson ElapsedMs)
{
    public static AnswerJson Of(Answer answer) => new(
        OutputJson.Name(answer.Status),
        answer.Question.Text,
        answer.Text,
        [.. answer.Sentences.Select(s => new SentenceJson(s.Text, s.Citations, s.Sources))],
        [.. answer.Citations.Select(CitationJson.Of)],
        [.. answer.Nearest.Select(SourceJson.Of)],
        [.. answer.Wider.Select(SourceJson.Of)],
        answer.Scope is null ? null : ScopeJson.Of(answer.Scope),
        answer.Writer,
        answer.Synthesis is null ? null : SynthesisJson.Of(answer.Synthesis),
        ElapsedJson.Of(answer.Timings));
}

/// <param name="Citations">Numbers of the citations that support the sentence.</param>
/// <param name="Sources">How many independent sources support it.</param>
internal sealed record SentenceJson(string Text, IReadOnlyList<int> Citations, int Sources);

/// <param name="Start">UTF-16 offset of the quote in the article's text, as <c>article ID --json</c> gives it.</param>
/// <param name="End">Offset behind its last code unit.</param>
internal sealed record CitationJson(
    int Number, string ArticleId, string Title, string Source, string? Published, bool PublishedInferred, string Url, string Quote, int Start, int End)
{
    public static CitationJson Of(Citation citation) => new(
        citation.Number,
        citation.Article.Id.Value,
        citation.Article.Title,
        citation.Article.Source,
        citation.Article.Published?.ToString(),
        citation.Article.Published is { Inferred: true },
        citation.Article.Url,
        citation.Quote,
        citation.Span.Start,
        citation.Span.End);
}

/// <param name="From">First day searched; null when open.</param>
/// <param name="To">Last day searched; null when open.</param>
/// <param name="Newest">Publication of the newest article searched.</param>
/// <param name="Sources">Outlets the search was narrowed to; empty when it was not.</param>
internal sealed record ScopeJson(
    DateOnly? From, DateOnly? To, DateTimeOffset AsOf, string? Newest, int Undated, int Articles, IReadOnlyList<string> Sources)
{
    public static ScopeJson Of(SearchScope scope) => new(
        scope.Filter.From, scope.Filter.To, scope.AsOf, scope.Contents.Newest?.ToString(),
        scope.Contents.Undated, scope.Contents.Articles, scope.Filter.Sources);
}

/// <summary>A model's part in the answer.</summary>
/// <param name="Fallback">Why the extractive answer was given instead; empty when it was not.</param>
internal sealed record SynthesisJson(
    string Model, int Written, IReadOnlyDictionary<string, int> Refused, int Retried, int Replaced, int Dropped, int Searches, string Fallback, long InputTokens, long OutputTokens)
{
    public static SynthesisJson Of(SynthesisReport report) => new(
        report.Model, report.Written, report.Refused, report.Retried, report.Replaced, report.Dropped, report.Searches, report.Fallback,
        report.Usage.InputTokens, report.Usage.OutputTokens);
}

internal sealed record ElapsedJson(double Retrieve, double Answer, double Total)
{
    public static ElapsedJson Of(AnswerTimings timings) => new(Rounded(timings.Retrieve), Rounded(timings.Answer), Rounded(timings.Total));

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}
