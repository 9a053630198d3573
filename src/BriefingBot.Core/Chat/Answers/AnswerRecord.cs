using System.Text.Json.Serialization;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Chat.Answers;

/// <summary>A question that was answered or refused, kept for follow-ups, buttons, feedback and the gap report.</summary>
/// <param name="Asked">The person's own words.</param>
/// <param name="Understood">The question as it was asked of the engine.</param>
public sealed record AnswerRecord(
    string Id, ChatPlace Place, string User, bool Private, string Conversation, DateTimeOffset At,
    string Asked, string Understood, AnswerStatus Status, string Text, AskedScope Scope, IReadOnlyList<CitedPlace> Evidence)
{
    /// <summary>Of a story that was opened from a digest: its articles. What is asked below is asked of them first.</summary>
    public IReadOnlyList<string> StoryArticles { get; init => field = value ?? []; } = [];

    /// <summary>Of a digest: its stories, for their buttons. A digest is no question, so its status is <see cref="AnswerStatus.Help"/>.</summary>
    public IReadOnlyList<StoryRecord> Stories { get; init => field = value ?? []; } = [];

    /// <summary>Of what an alert told: its id, for the buttons; else empty.</summary>
    public string Alert { get; init => field = value ?? ""; } = "";

    /// <summary>The day it was asked on.</summary>
    [JsonIgnore]
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>A story of a digest.</summary>
/// <param name="Articles">All its articles, by id.</param>
public sealed record StoryRecord(string Id, string Headline, IReadOnlyList<string> Articles, IReadOnlyList<CitedPlace> Evidence);

/// <summary>What a question was narrowed to by hand.</summary>
/// <param name="WordedPeriod">False when <paramref name="Since"/> replaces what the words say about time.</param>
public sealed record AskedScope(DateOnly? Since, bool WordedPeriod, IReadOnlyList<string> Sources)
{
    /// <summary>The first day that was searched in the end; null when open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that was searched.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A citation in storable form: <paramref name="Quote"/> was the article's text at <paramref name="Start"/>.</summary>
public sealed record CitedPlace(int Number, string Article, int Start, string Quote)
{
    /// <summary>Headline, outlet and collection of the article, for when it is gone.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    public string Source { get; init => field = value ?? ""; } = "";

    public string Collection { get; init => field = value ?? ""; } = "";

    public static CitedPlace Of(Citation citation) => new(citation.Number, citation.Article.Id.Value, citation.Span.Start, citation.Quote)
    {
        Title = citation.Article.Title,
        Source = citation.Article.Source,
        Collection = citation.Article.Collection,
    };

    [JsonIgnore]
    public TextSpan Span => new(Start, Start + Quote.Length);
}
