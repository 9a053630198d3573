namespace BriefingBot.Feeds.Fetching;

/// <summary>What the server said about a version of a document, for asking only for a newer one (RFC 9110 section 8.8).</summary>
public sealed record Validators(string? ETag, string? LastModified)
{
    public static Validators None { get; } = new(null, null);
}

/// <summary>How a request ended.</summary>
/// <param name="WaitAtLeast">How long the server asks not to be asked again: fresh for so long, or too busy.</param>
public abstract record FetchResult(TimeSpan? WaitAtLeast)
{
    /// <param name="Address">Where it was found in the end, after redirects.</param>
    /// <param name="Charset">The encoding that the server names.</param>
    public sealed record Fetched(Uri Address, byte[] Body, string? Charset, Validators Validators, TimeSpan? WaitAtLeast) : FetchResult(WaitAtLeast)
    {
        /// <summary>The media type that the server names, in lower case; empty when it names none.</summary>
        public string MediaType { get; init; } = "";
    }

    public sealed record NotModified(TimeSpan? WaitAtLeast) : FetchResult(WaitAtLeast);

    /// <param name="Reason">For the person who subscribed to the feed.</param>
    /// <param name="Status">The HTTP status; null when there was no answer, or none that was taken.</param>
    /// <param name="IsTransient">Whether it may be different soon.</param>
    public sealed record Failed(string Reason, int? Status, bool IsTransient, TimeSpan? WaitAtLeast = null) : FetchResult(WaitAtLeast)
    {
        /// <summary>The publisher has taken it away for good (RFC 9110 section 15.5.11).</summary>
        public bool IsGone => Status == 410;
    }
}
