namespace BriefingBot.Articles;

/// <summary>Lines and openings that say when or where an article was published.</summary>
internal static class PublicationLine
{
    private const int MaxLength = 90;

    // "Published" comes first when two such lines stand in one article.
    private static readonly string[] PublishedLabels = ["Published", "First published", "Posted", "Date:", "Publication date"];
    private static readonly string[] UpdatedLabels = ["Updated", "Last updated", "Last modified"];

    /// <summary>"Updated 3:14 PM ET, Oct. 1, 2020", "Published: 1 October 2020".</summary>
    public static bool IsLabelled(ReadOnlySpan<char> text) => IsPublished(text) || HasLabel(text, UpdatedLabels);

    public static bool IsPublished(ReadOnlySpan<char> text) => HasLabel(text, PublishedLabels);

    /// <summary>"CNN —", "Washington CNN —", "ALGIERS, Oct 1, 2020 —", or nothing but a date.</summary>
    public static bool IsDatelineOnly(ReadOnlySpan<char> text) =>
        text.Length <= 60 && (text[^1] is '—' or '–' || text.EndsWith(" -") || text.EndsWith(" --") || DatelineEnd(text) == text.Length);

    /// <summary>
    /// Where a dated dateline at the head of a paragraph ends, or 0: a place in capitals and a full date
    /// ("ALGIERS, Oct 1, 2020 (AP) — "), or a full date alone on its line.
    /// </summary>
    public static int DatelineEnd(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, MaxLength)];
        if (!head.ContainsAnyInRange('0', '9') || !FullDate.TryFindFirst(head, out var date)) return 0;
        var before = head[..date.Span.Start].TrimEnd(" ,");
        var after = text[date.Span.End..].TrimStart();
        if (after.IsEmpty && IsPlaceOrDay(before)) return text.Length;
        if (after.Length > 0 && after[0] == '(' && after[..Math.Min(after.Length, 30)].IndexOf(')') is > 0 and var close) after = after[(close + 1)..].TrimStart();
        return IsPlaceOrDay(before) && after.Length > 0 && after[0] is '—' or '–' or '-' ? date.Span.End : 0;
    }

    private static bool HasLabel(ReadOnlySpan<char> text, string[] labels)
    {
        if (text.Length > MaxLength || !text.ContainsAnyInRange('0', '9')) return false;
        foreach (var label in labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && SaysWhen(text[label.Length..])) return true;
        }

        return false;
    }

    // "Updated figures for 2020 show …" is a sentence; a label is followed by a colon, a number, a day or "on"/"at".
    private static bool SaysWhen(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return false;
        if (rest[0] == ':') return true;
        var word = rest.TrimStart();
        if (word.Length == rest.Length && !char.IsAsciiDigit(word[0])) return false;
        var end = word.IndexOfAny(' ', ',', '.');
        word = end < 0 ? word : word[..end];
        return word.IsEmpty || char.IsAsciiDigit(word[0]) || word is "on" or "at" or "ET" or "GMT" || FullDate.IsMonth(word) || FullDate.IsWeekday(word);
    }

    private static bool IsPlaceOrDay(ReadOnlySpan<char> text)
    {
        var comma = text.LastIndexOfAny(' ', ',');
        if (FullDate.IsWeekday(text[(comma + 1)..])) text = text[..Math.Max(comma, 0)].TrimEnd(" ,");
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
        }

        return true;
    }
}
