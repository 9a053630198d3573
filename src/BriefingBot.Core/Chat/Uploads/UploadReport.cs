using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Chat.Uploads;

/// <summary>What is said of an upload, short enough that those of one message fit into one reply.</summary>
internal static class UploadReport
{
    private const int LongestName = 120;
    private const int LongestTitle = 120;
    private const int LongestReason = 240;
    private const int NamedArticles = 3;
    private const int NamedProblems = 3;

    public static string Name(IngestItem item) => Fit(item.Name, LongestName);

    /// <summary>What a file is named after: a link's last part, with its host before it.</summary>
    public static string FileName(IngestItem item)
    {
        if (item.IsAttachment) return Path.GetFileNameWithoutExtension(item.Name);
        var link = new Uri(item.Address);
        return $"{link.Host}-{Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(link.AbsolutePath).TrimEnd('/'))}";
    }

    public static string Refused(string reason) => $"Not indexed: it {Fit(reason, LongestReason).TrimEnd('.')}.";

    /// <param name="wasThere">Whether all of it was stored before.</param>
    /// <param name="original">The article that it is a near-copy of, or null.</param>
    public static string Taken(StagedUpload upload, bool wasThere, Article? original)
    {
        var what = upload.Articles is [{ } article] ? $"{About(article)}, {Count(upload.Passages, "passage")}"
            : $"{Count(upload.Articles.Count, "article")} with {Count(upload.Passages, "passage")}: {string.Join(", ", upload.Articles.Take(NamedArticles).Select(Title))}{More(upload.Articles.Count - NamedArticles)}";
        var copy = original is null ? "" : $" It is a near-copy of {About(original)}; both count as one source.";
        return $"{(wasThere ? "Already there" : "Indexed")}: {what}.{copy}{Problems(upload)}";
    }

    private static string About(Article article) =>
        string.Join(", ", new[] { Title(article), Fit(article.Source, LongestName), ReplyWriter.Day(article.Published) }.Where(s => s.Length > 0));

    private static string Title(Article article) => $"“{Fit(article.Title.Length > 0 ? article.Title : article.Id.Value, LongestTitle)}”";

    private static string Problems(StagedUpload upload)
    {
        if (upload.Problems.Count == 0) return "";
        var told = upload.Problems.Take(NamedProblems).Select(p => $"{(p.Line is { } line ? $"line {line.ToString(CultureInfo.InvariantCulture)} " : "it ")}{Fit(p.Reason, LongestReason)}");
        return $" But: {string.Join("; ", told)}{More(upload.Problems.Count - NamedProblems)}.";
    }

    private static string More(int more) => more > 0 ? $" and {more.ToString(CultureInfo.InvariantCulture)} more" : "";

    private static string Count(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Fit(string text, int most) => TextSplitter.Fit(ForeignText.Plain(text), most);
}
