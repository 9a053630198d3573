using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What a question says about when and where to search.</summary>
/// <param name="Understood">Parts of the question that were read as a period or source and are not its subject.</param>
/// <param name="Wording">The words that set the period; empty when none did.</param>
public sealed record ScopeReading(ArticleFilter Filter, RecencyPrior Recency, IReadOnlyList<TextSpan> Understood, string Wording);
