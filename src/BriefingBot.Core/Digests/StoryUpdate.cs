namespace BriefingBot.Digests;

/// <summary>What is new in a story since it was sent.</summary>
/// <param name="Figures">New figures as the lead of a new article writes them: "2,600 hectares".</param>
/// <param name="Names">People and organisations named for the first time.</param>
/// <param name="Outcomes">Words that tell how it went on: "arrested".</param>
/// <param name="Sources">Independent sources that were added.</param>
public sealed record StoryUpdate(IReadOnlyList<string> Figures, IReadOnlyList<string> Names, IReadOnlyList<string> Outcomes, int Sources)
{
    /// <summary>Things of a kind that are named: the first are in the headlines.</summary>
    private const int Shown = 2;

    /// <summary>From one source to two is news, beyond that it takes two more.</summary>
    private const int ManySources = 2;

    /// <summary>In words, within <see cref="DigestLimits.News"/>: "arrested; now 2,600 hectares; first named: Ines Paredes; 1 more source".</summary>
    public override string ToString()
    {
        var parts = new List<string>(4);
        if (Outcomes.Count > 0) parts.Add(string.Join(", ", Outcomes.Take(Shown)));
        if (Figures.Count > 0) parts.Add($"now {string.Join(", ", Figures.Take(Shown))}");
        if (Names.Count > 0) parts.Add($"first named: {string.Join(", ", Names.Take(Shown))}");
        if (Sources > 0) parts.Add(Sources == 1 ? "1 more source" : $"{Sources} more sources");
        while (parts.Count > 1 && parts.Sum(p => p.Length + 2) > DigestLimits.News) parts.RemoveAt(parts.Count - 1);
        return string.Join("; ", parts);
    }

    /// <summary>Null when nothing that matters is new.</summary>
    /// <param name="sent">The story as it was sent.</param>
    /// <param name="story">The story now.</param>
    internal static StoryUpdate? Of(SentStory sent, Story story)
    {
        var unsent = story.Unsent(sent);
        if (unsent.Count == 0) return null;
        var leads = unsent.SelectMany(a => StoryOpening.Texts(a.Article, sentences: 1)).ToList();
        var update = new StoryUpdate(
            [.. leads.SelectMany(StoryFacts.FiguresIn).Where(f => !sent.Facts.Figures.Contains(f.Value)).DistinctBy(f => f.Value).Select(f => f.Wording).Where(IsShort)],
            // Headlines may write every word like a name.
            [.. unsent.SelectMany(a => StoryOpening.Texts(a.Article, sentences: 1).Skip(1)).SelectMany(StoryFacts.FullNamesIn).Where(n => !sent.Facts.Names.Contains(StoryFacts.LastWordOf(n))).Distinct(StringComparer.Ordinal).Where(IsShort)],
            [.. leads.SelectMany(StoryFacts.OutcomesIn).Where(o => !sent.Facts.Outcomes.Contains(o.Stem)).DistinctBy(o => o.Stem).Select(o => o.Wording.ToLowerInvariant()).Where(IsShort)],
            Math.Max(0, story.Sources - sent.Sources));
        var corroborated = update.Sources >= (sent.Sources == 1 ? 1 : ManySources);
        return corroborated || update.Figures.Count + update.Names.Count + update.Outcomes.Count > 0 ? update : null;
    }

    private static bool IsShort(string wording) => wording.Length <= DigestLimits.Outlet;
}
