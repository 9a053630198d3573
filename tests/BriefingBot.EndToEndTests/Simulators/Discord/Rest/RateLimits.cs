using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>https://docs.discord.com/developers/topics/rate-limits: buckets per route and top-level resource, the global limit, forced refusals.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly Lock _sync = new();
    private readonly Dictionary<string, (DateTimeOffset Reset, int Left)> _buckets = [];
    private readonly List<Refusal> _forced = [];
    private (DateTimeOffset Reset, int Left) _global;

    /// <summary>Off: the headers are sent, but a spent bucket refuses nothing.</summary>
    public bool Enforced { get; set; } = true;

    public int GlobalPerSecond { get; set; } = 50;

    /// <summary>Overrides every route's own limit, to make waiting likely.</summary>
    public (int Calls, TimeSpan Window)? Everywhere { get; set; }

    /// <summary>Answers 401, 403 and 429 (shared ones aside): Discord bans an address at 10,000 in ten minutes.</summary>
    public int InvalidRequests { get; private set; }

    /// <summary>Refusals the client brought on itself by not waiting.</summary>
    public int Exceeded { get; private set; }

    /// <summary>The next calls containing <paramref name="call"/> get a 429; <paramref name="scope"/> is user, global or shared.</summary>
    public void Refuse(string call, string scope, TimeSpan retryAfter, int times = 1)
    {
        lock (_sync) _forced.AddRange(Enumerable.Repeat(new Refusal(call, scope, retryAfter), times));
    }

    public void CountInvalid(int status, string? scope)
    {
        lock (_sync) InvalidRequests += status is 401 or 403 || status == 429 && scope != "shared" ? 1 : 0;
    }

    /// <summary>Takes a place in the bucket and writes the headers; gives the reply and scope of a refusal, else null.</summary>
    public (RestReply Reply, string Scope)? Take(string call, Route route, IReadOnlyDictionary<string, string> values, IHeaderDictionary headers)
    {
        lock (_sync)
        {
            var refusal = _forced.Find(refusal => call.Contains(refusal.Call, StringComparison.Ordinal));
            if (refusal is not null) _forced.Remove(refusal);
            refusal ??= Global(route) ?? Bucket(route, values, headers);
            if (refusal is null) return null;
            if (refusal.Call.Length == 0) Exceeded++;
            return (Write(refusal, headers), refusal.Scope);
        }
    }

    // Interaction endpoints are exempt from the global limit.
    private Refusal? Global(Route route)
    {
        if (route.Needs != Credential.BotToken) return null;
        var now = time.GetUtcNow();
        if (now >= _global.Reset) _global = (now + TimeSpan.FromSeconds(1), GlobalPerSecond);
        if (_global.Left > 0) _global.Left--;
        else if (Enforced) return new Refusal("", "global", _global.Reset - now);
        return null;
    }

    private Refusal? Bucket(Route route, IReadOnlyDictionary<string, string> values, IHeaderDictionary headers)
    {
        // Answering an interaction is not limited, as each can be answered once.
        if (route.Segments[0] == "interactions") return null;
        var (calls, window) = Everywhere ?? (route.Limit, TimeSpan.FromSeconds(route.WindowSeconds));
        var hash = HashOf(route.Method + route.Template);
        var major = string.Join(':', values.Where(value => value.Key is "channel" or "guild" or "token").Select(value => value.Value));
        var (key, now) = (hash + major, time.GetUtcNow());
        if (!_buckets.TryGetValue(key, out var bucket) || now >= bucket.Reset) bucket = (now + window, calls);
        var spent = bucket.Left == 0;
        if (!spent) bucket.Left--;
        _buckets[key] = bucket;
        headers["X-RateLimit-Limit"] = Number(calls);
        headers["X-RateLimit-Remaining"] = Number(bucket.Left);
        headers["X-RateLimit-Reset"] = Number((bucket.Reset - DateTimeOffset.UnixEpoch).TotalSeconds);
        headers["X-RateLimit-Reset-After"] = Number((bucket.Reset - now).TotalSeconds);
        headers["X-RateLimit-Bucket"] = hash;
        return spent && Enforced ? new Refusal("", "user", bucket.Reset - now) : null;
    }

    private static RestReply Write(Refusal refusal, IHeaderDictionary headers)
    {
        var seconds = Math.Round(refusal.RetryAfter.TotalSeconds, 3);
        headers.RetryAfter = Number(Math.Ceiling(seconds));
        headers["X-RateLimit-Scope"] = refusal.Scope;
        if (refusal.Scope == "global") headers["X-RateLimit-Global"] = "true";
        return new RestReply(429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = refusal.Scope == "global" });
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Refusal(string Call, string Scope, TimeSpan RetryAfter);
}
