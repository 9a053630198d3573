using BriefingBot.Articles;
using BriefingBot.Chat.Requests;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.Chat.Uploads;

/// <summary>Fetches what a message brings: attachments from their platform, links as pages of feeds are fetched, from permitted addresses and by robots.txt.</summary>
public sealed class UploadFetcher(WebFetcher web, Robots robots, ArticleReaders readers, UploadsOptions options)
{
    /// <exception cref="UploadRefusedException">It cannot be had, or is no article by its kind or size.</exception>
    internal Task<FetchedUpload> FetchAsync(IngestItem item, IIngestPlatform platform, CancellationToken cancellation) =>
        item.IsAttachment ? AttachmentAsync(item, platform, cancellation) : LinkAsync(item, cancellation);

    private async Task<FetchedUpload> AttachmentAsync(IngestItem item, IIngestPlatform platform, CancellationToken cancellation)
    {
        if (!readers.CanRead(item.Name)) throw UnknownKind();
        if (item.Bytes > options.MaxBytes) throw new UploadRefusedException(options.TooLarge);
        if (item.Address.Length == 0) throw new UploadRefusedException("is not kept by the chat platform itself, so I cannot read it; attach the file");
        var file = await platform.ReadAsync(item, options.MaxBytes, cancellation);
        if (file.IsTooLarge) throw new UploadRefusedException(options.TooLarge);
        return file.Reason.Length > 0 ? throw new UploadRefusedException(file.Reason) : new FetchedUpload(Path.GetExtension(item.Name).ToLowerInvariant(), file.Body);
    }

    private async Task<FetchedUpload> LinkAsync(IngestItem item, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(item.Address, UriKind.Absolute, out var address)) throw new UploadRefusedException("is not a web address");
        return await web.GetAsync(address, Wanted.Document(options.MaxBytes), Validators.None, robots.WhyNotAsync, cancellation) switch
        {
            FetchResult.Fetched page => new FetchedUpload(KindOf(page), page.Body, page.Address, page.Charset),
            FetchResult.Failed failed => throw new UploadRefusedException(failed.Reason),
            _ => throw new UploadRefusedException("was not sent"),
        };
    }

    /// <summary>By the media type; where servers have none or call everything text, by the name.</summary>
    private string KindOf(FetchResult.Fetched page)
    {
        var named = Path.GetExtension(page.Address.AbsolutePath).ToLowerInvariant();
        var kind = page.MediaType switch
        {
            "text/html" or "application/xhtml+xml" => ".html",
            "application/pdf" => ".pdf",
            "text/markdown" or "text/x-markdown" => ".md",
            "application/jsonl" or "application/x-ndjson" or "application/x-jsonlines" => ".jsonl",
            var type when type.EndsWith("xml", StringComparison.Ordinal) => ".xml",
            _ when page.Body.AsSpan().StartsWith("%PDF-"u8) => ".pdf",
            _ when readers.CanRead(named) => named,
            "text/plain" => ".txt",
            "" => ".html",
            _ => throw UnknownKind(),
        };
        return kind is ".xml" or ".rss" or ".atom" or ".rdf"
            ? throw new UploadRefusedException("is a feed or other XML; whoever runs me can subscribe to a feed with 'sources add'")
            : kind;
    }

    private UploadRefusedException UnknownKind() => new($"is of a kind that I do not read; known are {string.Join(", ", readers.Extensions.Order(StringComparer.Ordinal))}");
}
