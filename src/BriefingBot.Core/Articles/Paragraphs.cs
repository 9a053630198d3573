namespace BriefingBot.Articles;

/// <summary>
/// Finds the paragraphs of plain text. Newspapers deliver one paragraph a line; files wrapped at a fixed width are
/// recognised by their even line lengths, and their lines are joined so that no sentence is cut at a line end.
/// </summary>
internal static class Paragraphs
{
    private const int WidestWrap = 100;
    private const double FullLine = 0.7;

    /// <summary>Trimmed, non-empty spans in order; together they hold everything but white space.</summary>
    public static List<TextSpan> Of(string text)
    {
        var lines = Lines(text);
        var wrapWidth = WrapWidth(lines);
        var paragraphs = new List<TextSpan>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].Adjacent && Continues(text, lines[i - 1].Span, lines[i].Span, wrapWidth))
            {
                paragraphs[^1] = new TextSpan(paragraphs[^1].Start, lines[i].Span.End);
            }
            else
            {
                paragraphs.Add(lines[i].Span);
            }
        }

        return paragraphs;
    }

    private static bool Continues(string text, TextSpan line, TextSpan next, int? wrapWidth)
    {
        var before = text.AsSpan(line.Start, line.Length);
        var after = text.AsSpan(next.Start, next.Length);
        if (char.IsLower(after[0]) && !PlainText.EndsSentence(before)) return true;
        return wrapWidth is { } width && line.Length >= width * FullLine && line.Start > 0
            && !Boilerplate.Is(after) && !PhotoCredit.IsCaption(before);
    }

    private static int? WrapWidth(List<(TextSpan Span, bool Adjacent)> lines)
    {
        var (widest, adjacent, full) = (0, 0, 0);
        foreach (var (span, _) in lines) widest = Math.Max(widest, span.Length);
        if (widest is < 40 or > WidestWrap) return null;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!lines[i].Adjacent) continue;
            adjacent++;
            if (lines[i - 1].Span.Length >= widest * FullLine) full++;
        }

        return adjacent >= 3 && full * 3 >= adjacent * 2 ? widest : null;
    }

    private static List<(TextSpan Span, bool Adjacent)> Lines(string text)
    {
        var lines = new List<(TextSpan, bool)>();
        var adjacent = false;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = PlainText.Trimmed(text, start, end);
            if (line.Length > 0) lines.Add((line, adjacent));
            adjacent = line.Length > 0;
            start = end + 1;
        }

        return lines;
    }
}
