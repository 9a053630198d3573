namespace BriefingBot.Articles;

/// <summary>Infers when an undated article was published from the explicit full dates in its text.</summary>
internal static class DateInference
{
    // One block more than headline, standfirst, byline, caption, dateline.
    private const int HeadBlocks = 6;

    /// <summary>A text with dates further apart than this tells history, and none of its dates is its own.</summary>
    private const int ContemporaneousDays = 366;

    /// <summary>Without a caption to vouch for them, dates must lie as close together as the news of one month.</summary>
    private const int BodyDays = 31;

    /// <summary>
    /// In this order, the first that holds:
    /// <list type="number">
    /// <item>the full date of a line "Published …", else of a dateline ("ALGIERS, Oct 1, 2020 —") or a line that is only
    /// a date among the first blocks, else of a line "Updated …";</item>
    /// <item>the latest full date in a photo caption, if no full date of the text is more than a year away from it;</item>
    /// <item>the latest full date in the text, if all of them lie within a month and the text names no later year.</item>
    /// </list>
    /// Otherwise the date stays unknown. Only real days of the calendar count, always day, month and year together.
    /// </summary>
    /// <returns>A day marked as inferred, or null.</returns>
    public static ArticleDate? Infer(string text, IReadOnlyList<Block> blocks)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return (Stated(text, blocks) ?? Mentioned(text, blocks)) is { } day
            ? ArticleDate.OfDay(day.Year, day.Month, day.Day, inferred: true)
            : null;
    }

    private static DateOnly? Stated(string text, IReadOnlyList<Block> blocks)
    {
        DateOnly? dateline = null, updated = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = text.AsSpan(blocks[i].Span.Start, blocks[i].Span.Length);
            var labelled = blocks[i].Kind == BlockKind.Boilerplate && PublicationLine.IsLabelled(block);
            if (!labelled && (i >= HeadBlocks || PublicationLine.DatelineEnd(block) == 0)) continue;
            if (!FullDate.TryFindFirst(block, out var date)) continue;
            if (labelled && PublicationLine.IsPublished(block)) return date.Day;
            if (labelled) updated ??= date.Day;
            else dateline ??= date.Day;
        }

        return dateline ?? updated;
    }

    private static DateOnly? Mentioned(string text, IReadOnlyList<Block> blocks)
    {
        var (all, captions, years) = (new List<FullDate>(), new List<FullDate>(), new HashSet<int>());
        foreach (var block in blocks)
        {
            var before = all.Count;
            FullDate.FindAll(text.AsSpan(block.Span.Start, block.Span.Length), all, years);
            if (block.Kind == BlockKind.Caption) captions.AddRange(all[before..]);
        }

        if (all.Count == 0) return null;
        var (earliest, latest) = (all.Min(d => d.Day), all.Max(d => d.Day));
        var spread = latest.DayNumber - earliest.DayNumber;
        if (captions.Count > 0) return spread <= ContemporaneousDays ? captions.Max(d => d.Day) : null;
        return spread <= BodyDays && years.Max() <= latest.Year ? latest : null;
    }
}
