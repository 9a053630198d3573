namespace BriefingBot.Retrieval;

/// <summary>What a person asked and when.</summary>
/// <param name="Text">The question in their words.</param>
/// <param name="AsOf">The instant the question is asked at; nothing published later is evidence.</param>
/// <param name="Since">First day to search, if narrowed by hand.</param>
/// <param name="Until">Last day to search, if narrowed by hand.</param>
/// <param name="Sources">Outlets to search, if narrowed by hand, in any of the ways they are written; empty means all.</param>
public sealed record Question(string Text, DateTimeOffset AsOf, DateOnly? Since = null, DateOnly? Until = null, IReadOnlyList<string>? Sources = null)
{
    public DateOnly AsOfDay => DateOnly.FromDateTime(AsOf.UtcDateTime);
}
