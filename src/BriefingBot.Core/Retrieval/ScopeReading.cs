using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What a question says about when and where to search.</summary>
/// <param name="Understood">Parts of the question that were read as a period or source and are not its subject.</param>
/// <param name="Wording">The words that set the period; empty when none did.</param>
public sealed record ScopeReading(ArticleFilter Filter, RecencyPrior Recency, IReadOnlyList<TextSpan> Understood, string Wording)
{
    /// <summary>Whether the question names a period or source, so that there is something wider to look at.</summary>
    public bool IsNarrowed { get; init; }

    /// <summary>Whether the question asks for the newest state of things.</summary>
    public bool WantsLatest { get; init; }

    /// <summary>The same question over everything known at its instant.</summary>
    public ScopeReading Widened(Question question) =>
        this with { Filter = new ArticleFilter(null, question.AsOfDay, []) { Access = question.Access }, Wording = "", IsNarrowed = false };
}
