using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Digests;

/// <summary>The headline under which a story is told.</summary>
internal static partial class StoryHeadline
{
    private const int Shortest = 12;

    /// <summary>The first that fits of a report, else of a comment or explainer; else the story's sentence stands in, or the start of what is too long.</summary>
    /// <param name="articles">The best first.</param>
    /// <param name="sentence">The story's first sentence.</param>
    public static string Of(IEnumerable<Article> articles, string sentence)
    {
        var titles = articles.Select(a => (Text: Clean(a), IsReport: !Comment().IsMatch(a.Title)))
            .Where(t => t.Text.Length >= Shortest).OrderByDescending(t => t.IsReport).Select(t => t.Text).ToList();
        return titles.Find(t => t.Length <= DigestLimits.Headline) ?? Start(titles.FirstOrDefault() ?? sentence);
    }

    /// <summary>Without labels; what was delivered cut off says so.</summary>
    private static string Clean(Article article) =>
        Label().Replace(Headline.Of(article), "") + (article.Title.EndsWith("...", StringComparison.Ordinal) || article.Title.EndsWith('…') ? "…" : "");

    /// <summary>A headline is no quotation: one that no layout can hold ends between words.</summary>
    private static string Start(string text)
    {
        if (text.Length <= DigestLimits.Headline) return text;
        var space = text.LastIndexOf(' ', DigestLimits.Headline - 1);
        var end = space > Shortest ? space : DigestLimits.Headline - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return $"{text[..end].TrimEnd(' ', ',', ';', ':', '-')}…";
    }

    // A question is asked by who explains or comments, what happened is told by who reports.
    [GeneratedRegex(@"^(opinion|comment|column|analysis|editorial|letter|review|essay)s?\s*[:|–—-]|\|\s*(opinion|comment|analysis)\b|^(who|what|why|how|where|when|which|is|are|can|will|should)\b|\?", RegexOptions.IgnoreCase)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(live( updates?)?|watch|breaking( news)?|exclusive|just in|updated?)\s*[:|–—-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
