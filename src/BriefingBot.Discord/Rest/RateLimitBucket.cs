namespace BriefingBot.Discord.Rest;

/// <summary>
/// The requests that share one limit, one at a time: so the remaining number that Discord tells is always the latest, and
/// messages of a channel keep their order.
/// </summary>
internal sealed class RateLimitBucket
{
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Requests in it or waiting for it; guarded by the owner's lock.</summary>
    public int Users { get; set; }

    /// <summary>Nothing may be sent before; guarded by the owner's lock.</summary>
    public DateTimeOffset BlockedUntil { get; set; } = DateTimeOffset.MinValue;
}
