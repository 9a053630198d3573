namespace BriefingBot.Answering.Conflicts;

/// <summary>Two sources that tell one thing differently, each to be cited.</summary>
/// <param name="What">What they disagree on: the words that both use ("people killed Tarvik ferry").</param>
/// <param name="First">0-based index of the first statement, as it was given.</param>
/// <param name="FirstValue">The first one's value, as its text puts it.</param>
/// <param name="Second">0-based index of the second statement.</param>
/// <param name="SecondValue">The second one's value, as its text puts it.</param>
public sealed record Conflict(ConflictKind Kind, string What, int First, string FirstValue, int Second, string SecondValue);

public enum ConflictKind
{
    Number,
    Date,

    /// <summary>Opposite outcomes: won and lost, convicted and acquitted.</summary>
    Outcome,
}
