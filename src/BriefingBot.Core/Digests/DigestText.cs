using System.Globalization;
using System.Text;

namespace BriefingBot.Digests;

/// <summary>A digest in plain text, within <see cref="DigestLimits.Text"/>; and the lines that all renderings share.</summary>
public static class DigestText
{
    public static string Of(Digest digest)
    {
        var links = DigestLimits.Of(digest.Request.Length).Links;
        var text = new StringBuilder();
        foreach (var story in digest.Stories) text.Append(Of(story, links)).Append("\n\n");
        return text.Append(Account(digest)).ToString();
    }

    /// <summary>Headline, what is new, sentences with their numbers, sources, links.</summary>
    public static string Of(DigestStory story, int links)
    {
        var text = new StringBuilder(story.Headline);
        if (story.Update is { } update) text.Append("\nUpdate: ").Append(update);
        foreach (var sentence in story.Sentences) text.Append('\n').Append(sentence.Text).Append(' ').AppendJoin("", sentence.Citations.Select(n => $"[{n}]"));
        text.Append('\n').Append(Sources(story));
        foreach (var article in story.Links.Take(links)) text.Append('\n').Append(Outlet(article.Source)).Append(article.Url);
        return text.ToString();
    }

    /// <summary>"single source", "3 independent sources".</summary>
    public static string Sources(DigestStory story) =>
        story.Sources == 1 ? "single source" : string.Create(CultureInfo.InvariantCulture, $"{story.Sources:N0} independent sources");

    /// <summary>The period, how many articles it has, and what was left out and why.</summary>
    public static string Account(Digest digest)
    {
        var about = digest.Request.Period.ToString();
        var head = digest.Articles == 0 ? $"{about}: no articles, nothing new."
            : digest.Stories.Count == 0 ? $"{about}: {Count(digest.Articles, "article")}, nothing new."
            : $"{about}: {Count(digest.Articles, "article")}, {Count(digest.Stories.Count, "story", "stories")} shown.";
        return digest.LeftOut.Count == 0 ? head : $"{head} Left out: {string.Join("; ", digest.LeftOut.Select(Describe))}.";
    }

    /// <summary>Why one story was left out.</summary>
    public static string Why(LeftOutReason reason) => reason switch
    {
        LeftOutReason.AlreadySent => "sent before, and nothing that matters is new",
        LeftOutReason.OffTopic => "not on the topic",
        LeftOutReason.NoRoom => "others matter more, and the digest is full",
        LeftOutReason.NotCitable => "no sentence of it can be cited",
        LeftOutReason.RoundUp => "a round-up of other stories",
        _ => "without a date",
    };

    private static string Describe(LeftOut left) => left.Reason switch
    {
        LeftOutReason.AlreadySent => $"{Stories(left)} sent before, without news",
        LeftOutReason.OffTopic => $"{Stories(left)} not on the topic",
        LeftOutReason.NoRoom => $"{Stories(left)} beyond the length",
        LeftOutReason.NotCitable => $"{Stories(left)} without a sentence to cite",
        LeftOutReason.RoundUp => Count(left.Articles, "round-up"),
        _ => $"{Count(left.Articles, "article")} without a date",
    };

    private static string Stories(LeftOut left) => Count(left.Stories, "story", "stories");

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? $"{one}s")}");

    private static string Outlet(string source) => source.Length is 0 or > DigestLimits.Outlet ? "" : $"{source}: ";
}
