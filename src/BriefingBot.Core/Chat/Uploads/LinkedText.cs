using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Articles;

namespace BriefingBot.Chat.Uploads;

/// <summary>An article whose format has no place for its address, put into one that has, so that citations lead to where it was found.</summary>
internal static class LinkedText
{
    public const string Extension = ".jsonl";

    /// <summary>Null where the file names an address, or may hold several articles.</summary>
    public static byte[]? Of(StagedUpload read, Uri address)
    {
        if (read.File.EndsWith(Extension, StringComparison.Ordinal) || read.Articles is not [{ Url.Length: 0 } article]) return null;
        var line = new JsonObject
        {
            ["id"] = article.Id.Value,
            ["title"] = article.Title,
            ["source"] = article.Source.Length > 0 ? article.Source : address.Host,
            ["author"] = article.Author,
            ["published"] = Text(article.Published),
            ["updated"] = Text(article.Updated),
            ["url"] = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
            ["language"] = article.Language,
            ["text"] = article.Text,
        };
        // What it said for itself stands as it was, to be judged with the rest.
        if (article.Collection != read.Collection) line["collection"] = article.Collection;
        return Encoding.UTF8.GetBytes(line.ToJsonString() + "\n");
    }

    /// <summary>An inferred date is inferred again from the text.</summary>
    private static string? Text(ArticleDate? date) => date is { Inferred: false } ? date.ToString() : null;
}
