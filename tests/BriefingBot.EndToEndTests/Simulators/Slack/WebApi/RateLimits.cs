namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/apis/web-api/rate-limits: tiers by method, posting by channel, and forced refusals.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _sync = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> _posting = [];
    private readonly List<(string Method, TimeSpan RetryAfter)> _forced = [];

    /// <summary>Off: nothing is refused but what <see cref="Refuse"/> names.</summary>
    public bool Enforced { get; set; } = true;

    public double PostsPerSecond { get; set; } = 1;

    /// <summary>Posts in a channel that may follow each other at once after a pause; Slack gives no figure.</summary>
    public int PostBurst { get; set; } = 5;

    /// <summary>Overrides every tier's calls a minute, to make waiting likely.</summary>
    public int? Everywhere { get; set; }

    /// <summary>Refusals the client brought on itself by not waiting.</summary>
    public int Exceeded { get; private set; }

    /// <summary>The next calls of <paramref name="method"/> get a 429.</summary>
    public void Refuse(string method, TimeSpan retryAfter, int times = 1)
    {
        lock (_sync) _forced.AddRange(Enumerable.Repeat((method, retryAfter), times));
    }

    /// <summary>Counts the call; gives how long to wait when it is refused, in whole seconds.</summary>
    public TimeSpan? Take(ApiMethod method, string? channel)
    {
        lock (_sync)
        {
            var index = _forced.FindIndex(forced => method.Name == forced.Method);
            if (index >= 0)
            {
                var wait = _forced[index].RetryAfter;
                _forced.RemoveAt(index);
                return WholeSeconds(wait);
            }

            if (!Enforced) return null;
            var refused = method.Tier == Tier.Posting ? Post(channel ?? "") : Call(method);
            if (refused is not null) Exceeded++;
            return refused;
        }
    }

    private TimeSpan? Post(string channel)
    {
        var now = time.GetUtcNow();
        var (tokens, at) = _posting.GetValueOrDefault(channel, (PostBurst, now));
        tokens = Math.Min(PostBurst, tokens + (now - at).TotalSeconds * PostsPerSecond);
        var spent = tokens < 1;
        _posting[channel] = (spent ? tokens : tokens - 1, now);
        return spent ? WholeSeconds(TimeSpan.FromSeconds((1 - tokens) / PostsPerSecond)) : null;
    }

    private TimeSpan? Call(ApiMethod method)
    {
        if (!_calls.TryGetValue(method.Name, out var calls)) _calls[method.Name] = calls = new Queue<DateTimeOffset>();
        var now = time.GetUtcNow();
        while (calls.TryPeek(out var oldest) && now - oldest >= Minute) calls.Dequeue();
        if (calls.Count >= (Everywhere ?? (int)method.Tier)) return WholeSeconds(calls.Peek() + Minute - now);
        calls.Enqueue(now);
        return null;
    }

    private static TimeSpan WholeSeconds(TimeSpan wait) => TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
}
