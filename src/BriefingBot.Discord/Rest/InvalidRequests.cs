using BriefingBot.Chat.Connecting;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Stops well before Discord blocks the whole address, which it does after 10,000 invalid requests (401, 403, 429) in ten
/// minutes: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans. Also remembers
/// what Discord has refused for good.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time)
{
    /// <summary>Other programs behind the same address count, too.</summary>
    public const int Most = 2_000;

    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private readonly SlidingWindow _window = new(Most, Span, time);
    private readonly Dictionary<string, DateTimeOffset> _gone = [];
    private readonly Lock _lock = new();
    private volatile bool _tokenRefused;

    /// <exception cref="DiscordException">The request would only be one more invalid one.</exception>
    public void Check(Route route)
    {
        if (_tokenRefused && !route.IsInteraction) throw RestFailure.RefusedToken();
        if (IsGone(route)) throw new DiscordException($"{route.Name} is not sent: the interaction is over.") { Status = System.Net.HttpStatusCode.NotFound, Code = ErrorCode.UnknownWebhook };

        if (_window.Count >= Most)
        {
            throw new DiscordException($"{route.Name} is not sent: Discord refused {Most} requests in {Span.TotalMinutes} minutes and would soon block this address. Look for missing permissions in the log.") { IsTransient = true, RetryAfter = Span };
        }
    }

    public void Note(Route route, DiscordException failure, string? scope)
    {
        if ((int?)failure.Status is 401 or 403 or 429 && scope != RateLimitHeaders.Shared) _window.Add();
        if ((int?)failure.Status is 401 && !route.IsInteraction) _tokenRefused = true;
        if (route.IsInteraction && failure.Code is ErrorCode.UnknownWebhook or ErrorCode.InvalidWebhookToken) Forget(route);
    }

    private bool IsGone(Route route)
    {
        lock (_lock) return route.IsInteraction && _gone.ContainsKey(route.Resource);
    }

    private void Forget(Route route)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var old in _gone.Where(g => g.Value <= now).Select(g => g.Key).ToList()) _gone.Remove(old);
            _gone[route.Resource] = now + Resources.Interaction.TokenLife;
        }
    }
}
