using BriefingBot.Articles;

namespace BriefingBot.Retrieval;

/// <summary>What a person asked and when.</summary>
/// <param name="Text">The question in their words.</param>
/// <param name="AsOf">The instant the question is asked at; nothing published later is evidence.</param>
/// <param name="Since">First day to search, if narrowed by hand.</param>
/// <param name="Until">Last day to search, if narrowed by hand.</param>
/// <param name="Sources">Outlets to search, if narrowed by hand, in any of the ways they are written; empty means all.</param>
public sealed record Question(string Text, DateTimeOffset AsOf, DateOnly? Since = null, DateOnly? Until = null, IReadOnlyList<string>? Sources = null)
{
    /// <summary>What the person may see.</summary>
    public ArticleAccess Access { get; init; } = ArticleAccess.All;

    /// <summary>Articles that the conversation is about: they come first where they match.</summary>
    public IReadOnlyList<ArticleId> Prefer { get; init; } = [];

    /// <summary>Who asks, for what a language model may cost each; empty when it is nobody in particular.</summary>
    public string User { get; init; } = "";

    /// <summary>False when the period set by hand takes the place of the one in the words instead of bordering it.</summary>
    public bool WordedPeriod { get; init; } = true;

    public DateOnly AsOfDay => DateOnly.FromDateTime(AsOf.UtcDateTime);
}
