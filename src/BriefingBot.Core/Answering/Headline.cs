using BriefingBot.Articles;
using BriefingBot.Retrieval.Outlets;

namespace BriefingBot.Answering;

/// <summary>An article's title as it is quoted in running text.</summary>
internal static class Headline
{
    private const int LongestOutlet = 30;
    private const int ShortestKey = 3;

    /// <summary>The title on one line, without the outlet's name that web pages put behind it ("… | CNN", "… - Reuters").</summary>
    public static string Of(Article article)
    {
        var title = Standalone.OnOneLine(article.Title).TrimEnd(' ', '.', '…');
        var bar = Math.Max(title.LastIndexOf(" | ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), title.LastIndexOf(" – ", StringComparison.Ordinal)));
        return bar > 0 && title.Length - bar <= LongestOutlet && IsOutlet(title[(bar + 3)..], article.Source) ? title[..bar] : title;
    }

    private static bool IsOutlet(string name, string source)
    {
        var bare = string.Concat(name.Where(char.IsLetterOrDigit));
        return bare.Length > 0
            && (source.Replace(" ", "", StringComparison.Ordinal).Contains(bare, StringComparison.OrdinalIgnoreCase)
                // A desk of the outlet: "CNN Politics" of cnn.com.
                || SourceName.KeysOf(source).Any(key => key.Length >= ShortestKey && bare.StartsWith(key, StringComparison.OrdinalIgnoreCase)));
    }
}
