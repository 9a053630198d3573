using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>How a question ended. Not finding anything is a result, not a failure.</summary>
public enum AnswerStatus
{
    Answered,

    /// <summary>No article in the scope has anything to do with the words asked.</summary>
    NothingFound,

    /// <summary>Articles matched some words, but none is about the question.</summary>
    OffTopic,

    /// <summary>The period or sources asked for hold nothing on it; <see cref="Answer.Wider"/> says whether others do.</summary>
    ScopeEmpty,

    /// <summary>A greeting or a cry for help, not a question about the news.</summary>
    Help,
}

/// <summary>What is replied to a question.</summary>
/// <param name="Text">The whole reply in plain text with citation numbers in brackets.</param>
/// <param name="Sentences">The cited sentences; empty unless answered.</param>
/// <param name="Citations">Every citation that a sentence carries, by number from 1 up, and no other.</param>
/// <param name="Nearest">Articles that came near without being sources; for abstentions.</param>
/// <param name="Wider">For <see cref="AnswerStatus.ScopeEmpty"/>: articles on the question outside of its scope.</param>
/// <param name="Writer">Who wrote the sentences: <c>extractive</c> takes them from the articles word for word, <c>llm:NAME</c> is a model, <c>llm:NAME+extractive</c> both.</param>
public sealed record Answer(
    Question Question,
    AnswerStatus Status,
    string Text,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Article> Nearest,
    IReadOnlyList<Article> Wider,
    SearchScope? Scope,
    string Writer,
    AnswerTimings Timings)
{
    /// <summary>The articles ranked for the question, best first, whether or not they became sources.</summary>
    public IReadOnlyList<RetrievedArticle> Ranking { get; init; } = [];

    /// <summary>A model's part in it; null when none was asked.</summary>
    public SynthesisReport? Synthesis { get; init; }
}

/// <summary>A sentence of the reply.</summary>
/// <param name="Citations">Numbers of the citations that support it, at least one.</param>
/// <param name="Sources">How many independent sources support it; near-copies and articles of one outlet count once.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations, int Sources);

/// <summary>A checked reference: <paramref name="Quote"/> is exactly the article's text at <paramref name="Span"/>.</summary>
public sealed record Citation(int Number, Article Article, string Quote, TextSpan Span);

/// <summary>How long the stages took.</summary>
public readonly record struct AnswerTimings(TimeSpan Retrieve, TimeSpan Answer, TimeSpan Total);
