namespace BriefingBot.Articles;

/// <summary>Infers when an undated article was published from the explicit full dates in its text.</summary>
internal static class DateInference
{
    // One block more than headline, standfirst, byline, caption, dateline.
    private const int HeadBlocks = 6;

    /// <summary>A text with dates further apart than this tells history, and none of its dates is its own.</summary>
    private const int ContemporaneousDays = 366;

    /// <summary>
    /// In this order, the first that holds:
    /// <list type="number">
    /// <item>the full date of a line "Published …", else of a dateline ("ALGIERS, Oct 1, 2020 —") or a line that is only
    /// a date among the first blocks, else of a line "Updated …";</item>
    /// <item>the latest full date with its weekday ("Wednesday, Sept. 30, 2020") in the caption of a photo that is not from
    /// the files, if no full date of the text is more than a year away from it and the text names no later year.</item>
    /// </list>
    /// Otherwise the date stays unknown. Only real days of the calendar count, always day, month and year together. A
    /// date in the prose alone proves nothing: tried on news of known date, it was more often that of a past event.
    /// </summary>
    /// <returns>A day marked as inferred, or null.</returns>
    public static ArticleDate? Infer(string text, IReadOnlyList<Block> blocks)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return (Stated(text, blocks) ?? InCaption(text, blocks)) is { } day
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

    private static DateOnly? InCaption(string text, IReadOnlyList<Block> blocks)
    {
        var (all, captions, years) = (new List<FullDate>(), new List<FullDate>(), new HashSet<int>());
        foreach (var block in blocks)
        {
            var before = all.Count;
            var words = text.AsSpan(block.Span.Start, block.Span.Length);
            FullDate.FindAll(words, all, years);
            if (block.Kind == BlockKind.Caption && !words.Contains("file", StringComparison.OrdinalIgnoreCase)) captions.AddRange(all[before..].Where(d => d.NamesWeekday));
        }

        if (captions.Count == 0) return null;
        var latest = captions.Max(d => d.Day);
        var tellsHistory = all.Any(d => Math.Abs(d.Day.DayNumber - latest.DayNumber) > ContemporaneousDays);
        return tellsHistory || years.Max() > latest.Year ? null : latest;
    }
}
