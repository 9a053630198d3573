namespace BriefingBot.Feeds;

/// <summary>When a feed is fetched next, by the configuration and by what its publisher asks for.</summary>
public sealed class FeedSchedule(FeedsOptions options, TimeProvider time, Random random)
{
    /// <summary>Whatever a publisher asks for or however often a feed failed, it is looked at once a day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Up to this share is added by chance, so that feeds do not come due all at once.</summary>
    public const double Jitter = 0.1;

    private TimeSpan Interval => TimeSpan.FromMinutes(options.Minutes);

    /// <param name="fresh">How long the document is fresh, by its headers.</param>
    public Feed Succeeded(Feed feed, TimeSpan? fresh)
    {
        var now = time.GetUtcNow();
        TimeSpan[] wishes = [Interval, fresh ?? TimeSpan.Zero, TimeSpan.FromMinutes(Math.Min(feed.MinutesToLive, Longest.TotalMinutes))];
        return feed with { Due = now + Jittered(Bounded(wishes.Max())), Fetched = now, HeldUntil = null, Failures = 0, Error = "" };
    }

    /// <param name="retryAfter">How long the server asks not to be asked.</param>
    public Feed Failed(Feed feed, string reason, TimeSpan? retryAfter)
    {
        var now = time.GetUtcNow();
        var doubled = Bounded(Interval * Math.Pow(2, Math.Min(feed.Failures, 16)));
        var wait = Bounded(retryAfter > doubled ? retryAfter.Value : doubled);
        return feed with { Due = now + Jittered(wait), HeldUntil = now + retryAfter, Failures = feed.Failures + 1, Error = reason };
    }

    // A longer interval that someone configured is a wish, too.
    private TimeSpan Bounded(TimeSpan wait) => wait > Longest && wait > Interval ? (Interval > Longest ? Interval : Longest) : wait;

    private TimeSpan Jittered(TimeSpan wait) => wait * (1 + (random.NextDouble() * Jitter));
}
