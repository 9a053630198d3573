namespace BriefingBot.Answering.Revisions;

/// <summary>What became of a cited passage in a later version of its article.</summary>
/// <param name="Before">The sentences of the passage that no longer stand, word for word; empty when all stand.</param>
/// <param name="After">What stands in their place, word for word; empty when nothing does.</param>
/// <param name="Current">The whole passage as it stands now.</param>
public sealed record PassageRevision(string Before, string After, string Current)
{
    /// <summary>Whether it says something else than before, or is gone.</summary>
    public bool IsMaterial => Before.Length > 0;

    public bool IsGone => IsMaterial && After.Length == 0;
}
