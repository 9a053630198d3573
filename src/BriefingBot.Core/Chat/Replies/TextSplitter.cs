namespace BriefingBot.Chat.Replies;

/// <summary>
/// Splits rendered text into messages: between paragraphs, else between sentences, else between words, else between
/// characters. Links stay whole; one that fits into no message is left out, for half a link leads somewhere else.
/// </summary>
public static class TextSplitter
{
    private const string Cut = "…";

    /// <summary>Pieces within the limits, without white space at their ends. Nothing else is lost unless too many messages are needed.</summary>
    public static IReadOnlyList<string> Split(string text, MessageLimits limits)
    {
        text = TextBorders.WithoutLinksOver(limits.Text, text.Replace("\r\n", "\n", StringComparison.Ordinal));
        var borders = new TextBorders(text);
        var pieces = new List<string>();
        for (var start = borders.SkipSpace(0); start < text.Length;)
        {
            if (pieces.Count == limits.Messages - 1 && text.Length - start > limits.Text)
            {
                pieces.Add(Fit(text[start..], limits.Text));
                break;
            }

            var end = text.Length - start <= limits.Text ? text.Length : borders.Before(start, start + limits.Text);
            pieces.Add(text[start..end].TrimEnd());
            start = borders.SkipSpace(end);
        }

        return pieces;
    }

    /// <summary>The text, cut with an ellipsis if it is too long.</summary>
    public static string Fit(string text, int limit)
    {
        if (text.Length <= limit) return text;
        text = TextBorders.WithoutLinksOver(limit - Cut.Length, text);
        return text.Length <= limit ? text : text[..new TextBorders(text).Before(0, limit - Cut.Length)].TrimEnd() + Cut;
    }
}
