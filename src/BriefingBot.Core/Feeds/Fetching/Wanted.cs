namespace BriefingBot.Feeds.Fetching;

/// <summary>A kind of document: what is accepted as one, and how long it may be.</summary>
/// <param name="Accept">The header of the request.</param>
/// <param name="MostBytes">After decompression.</param>
/// <param name="StartWillDo">Whether of a longer one its start is taken; else it is refused.</param>
/// <param name="Takes">Judges the media type that the server names, in lower case.</param>
public sealed record Wanted(string Name, string Accept, int MostBytes, Func<string, bool> Takes, bool StartWillDo = false)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Many servers call feeds text or HTML; whether it is one is seen on reading.</summary>
    public static Wanted Feed { get; } = new(
        "feed", "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1", 10 * Megabyte,
        type => type.EndsWith("xml", StringComparison.Ordinal) || type is "text/plain" or "text/html" or "application/octet-stream");

    public static Wanted Page { get; } = new("page", "text/html, application/xhtml+xml;q=0.9", 5 * Megabyte, type => type is "text/html" or "application/xhtml+xml");

    /// <summary>Whatever an article may come as; what it is, is told from its type and name.</summary>
    public static Wanted Document(int mostBytes) => new(
        "page, PDF or text", "text/html, application/xhtml+xml;q=0.9, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1", mostBytes,
        type => type.EndsWith("xml", StringComparison.Ordinal) || type is "text/html" or "application/pdf" or "application/octet-stream"
            or "text/plain" or "text/markdown" or "text/x-markdown" or "application/jsonl" or "application/x-ndjson" or "application/x-jsonlines");

    /// <summary>500 KiB at the least have to be read (RFC 9309 section 2.5).</summary>
    public static Wanted Robots { get; } = new("robots.txt", "text/plain, */*;q=0.1", Megabyte / 2, _ => true, StartWillDo: true);
}
