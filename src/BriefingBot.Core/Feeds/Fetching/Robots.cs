using System.Collections.Concurrent;

namespace BriefingBot.Feeds.Fetching;

/// <summary>Keeps to the robots.txt of each site, looked at once a day (RFC 9309 section 2.4). Safe to use from several threads.</summary>
public sealed class Robots(WebFetcher web, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>After a failure of the server it is looked at again sooner.</summary>
    private static readonly TimeSpan KeptAfterFailure = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (RobotsFile File, DateTimeOffset Until)> _files = new(StringComparer.Ordinal);

    /// <summary>A <see cref="Forbid"/>.</summary>
    public async ValueTask<FetchResult.Failed?> WhyNotAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_files.TryGetValue(site, out var known) || known.Until <= time.GetUtcNow()) _files[site] = known = await FetchAsync(new Uri($"{site}/robots.txt"), cancellation);
        return known.File.Allows(address) ? null
            : known.File == RobotsFile.DisallowAll ? new FetchResult.Failed($"may not be read as long as {site}/robots.txt cannot be had", null, IsTransient: true)
            : new FetchResult.Failed($"may not be read by programs, says {site}/robots.txt", null, IsTransient: false);
    }

    /// <summary>What is not there forbids nothing (section 2.3.1.3); what cannot be had for now forbids everything (section 2.3.1.4).</summary>
    private async Task<(RobotsFile File, DateTimeOffset Until)> FetchAsync(Uri address, CancellationToken cancellation) => await web.GetAsync(address, Wanted.Robots, Validators.None, null, cancellation) switch
    {
        FetchResult.Fetched found => (RobotsFile.Parse(found.Body, WebFetcher.ProductToken), time.GetUtcNow() + Kept),
        FetchResult.Failed { Status: >= 400 and < 500 and not 429 } => (RobotsFile.AllowAll, time.GetUtcNow() + Kept),
        _ => (RobotsFile.DisallowAll, time.GetUtcNow() + KeptAfterFailure),
    };
}
