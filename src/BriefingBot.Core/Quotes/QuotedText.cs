namespace BriefingBot.Quotes;

/// <summary>How exact words are set off from what is said about them.</summary>
public static class QuotedText
{
    /// <summary>In quotation marks; words that open with one of their own need no second.</summary>
    public static string InMarks(string words) => words is [var first, ..] && QuoteMarks.IsDouble(first) ? words : $"“{words}”";
}
