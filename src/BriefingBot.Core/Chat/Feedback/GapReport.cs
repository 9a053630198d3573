namespace BriefingBot.Chat.Feedback;

/// <summary>A week's questions that found nothing or were marked wrong, beside the week before.</summary>
/// <param name="Gaps">Those whose wording may be quoted, what happened most often first.</param>
/// <param name="Unquoted">How many further ones were asked privately only.</param>
/// <param name="Ended">How many gaps of the week before did not come up again.</param>
public sealed record GapReport(GapCounts Week, GapCounts Before, IReadOnlyList<ReportedGap> Gaps, int Unquoted, int Ended)
{
    public bool IsEmpty => Gaps.Count + Unquoted == 0;

    public static GapReport Of(IReadOnlyList<AskedQuestion> week, IReadOnlyList<AskedQuestion> before)
    {
        var earlier = before.Where(q => q.IsGap).ToLookup(q => q.Key, StringComparer.Ordinal);
        var groups = week.GroupBy(q => q.Key, StringComparer.Ordinal).Where(g => g.Any(q => q.IsGap)).ToList();
        var quoted = groups.Where(g => g.Any(q => q.IsPublic)).Select(g => new ReportedGap(g.Last(q => q.IsPublic).Wording, GapCounts.Of(g), earlier[g.Key].Count()));
        return new GapReport(
            GapCounts.Of(week), GapCounts.Of(before), [.. quoted.OrderByDescending(g => g.Counts.Unanswered + g.Counts.Wrong).ThenByDescending(g => g.Counts.Asked)],
            groups.Count(g => !g.Any(q => q.IsPublic)), earlier.Count(e => groups.TrueForAll(g => g.Key != e.Key)));
    }
}

/// <param name="Question">The newest wording.</param>
/// <param name="Before">How often it was a gap in the week before.</param>
public sealed record ReportedGap(string Question, GapCounts Counts, int Before);

/// <param name="Asked">How many questions were asked.</param>
/// <param name="Unanswered">How many of them found nothing.</param>
/// <param name="Wrong">How many answers were marked as wrong.</param>
public readonly record struct GapCounts(int Asked, int Unanswered, int Wrong)
{
    public static GapCounts Of(IEnumerable<AskedQuestion> questions)
    {
        var all = questions.ToList();
        return new GapCounts(all.Count(q => q.IsAsked), all.Count(q => q is { IsAsked: true, IsUnanswered: true }), all.Count(q => q.IsWrong));
    }
}
