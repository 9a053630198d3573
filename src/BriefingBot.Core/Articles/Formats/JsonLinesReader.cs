using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BriefingBot.Articles.Formats;

/// <summary>
/// Reads files with one JSON object a line (https://jsonlines.org): <c>id, title, source, author, published, updated,
/// url, language, collection, text</c>, of which only <c>text</c> must be there. Without an id the url is the id, and without
/// that the file's path and line. Files are streamed and may be of any size.
/// </summary>
public sealed class JsonLinesReader : IArticleReader
{
    /// <summary>Longest line read, in bytes.</summary>
    public const int MaxLineBytes = 8 * 1024 * 1024;

    public IReadOnlyCollection<string> Extensions { get; } = [".jsonl", ".ndjson"];

    public IEnumerable<ReadResult> Read(ArticleFile file, CancellationToken cancellation) =>
        UnreadableFile.Reported(file, () => ReadLines(file, cancellation));

    private static IEnumerable<ReadResult> ReadLines(ArticleFile file, CancellationToken cancellation)
    {
        FileText.RejectEmpty(file);
        using var stream = OpenAsUtf8(file.FullPath);
        var lines = new Utf8Lines(stream, MaxLineBytes);
        while (lines.TryRead(out var line))
        {
            cancellation.ThrowIfCancellationRequested();
            var json = line.Trim(" \t\r"u8);
            if (json.IsEmpty && !lines.TooLong) continue;
            if (TryParse(json.Span, lines, out var article, out var reason))
            {
                foreach (var result in Deliver(article, file, lines.Number)) yield return result;
            }
            else
            {
                yield return ReadResult.Failed(file, lines.Number, reason);
            }
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> json, Utf8Lines line, out JsonArticle article, out string reason)
    {
        (article, reason) = (default, "");
        if (line.TooLong) reason = $"is longer than {MaxLineBytes / (1024 * 1024)} MB";
        else if (!Utf8.IsValid(json)) reason = FileText.NotUtf8(json, FileText.FirstInvalid(json), line.Offset);
        if (reason.Length > 0) return false;

        try
        {
            article = JsonArticle.Parse(json);
        }
        catch (UnreadableFileException ex)
        {
            reason = ex.Message;
        }
        catch (JsonException ex)
        {
            reason = $"is not valid JSON (byte {ex.BytePositionInLine} of the line)";
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader.GetString on an escaped surrogate without its other half.
            reason = "has half of a character pair (\\uD800 to \\uDFFF) in a field";
        }

        return reason.Length == 0;
    }

    private static IEnumerable<ReadResult> Deliver(JsonArticle article, ArticleFile file, int line)
    {
        if (string.IsNullOrWhiteSpace(article.Text)) return [ReadResult.Failed(file, line, "has no text")];
        return new DeliveredArticle
        {
            Id = article.Id,
            FallbackId = FileIdentity.Of(article.Url, file, line),
            Title = article.Title,
            Source = article.Source,
            Author = article.Author,
            Published = article.Published,
            Updated = article.Updated,
            Url = article.Url,
            Language = article.Language,
            Collection = article.Collection,
            Content = ArticleText.Plain(article.Text, article.Title ?? ""),
        }.Check(file, line);
    }

    /// <summary>JSON must be UTF-8 (RFC 8259); a file that a spreadsheet saved as UTF-16 says so by its mark and is converted.</summary>
    private static Stream OpenAsUtf8(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        Span<byte> mark = stackalloc byte[3];
        var read = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        mark = mark[..read];
        var isUtf16 = mark is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        stream.Position = isUtf16 ? 2 : mark.SequenceEqual("\uFEFF"u8) ? 3 : 0;
        return isUtf16 ? Encoding.CreateTranscodingStream(stream, mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, Encoding.UTF8) : stream;
    }
}
