using System.Globalization;
using System.Net.Http.Headers;

namespace BriefingBot.Discord.Rest;

/// <summary>https://discord.com/developers/docs/topics/rate-limits#header-format</summary>
/// <param name="Bucket">Names the limit; null where there is none.</param>
/// <param name="Remaining">Requests left in it.</param>
/// <param name="ResetAfter">Until all are back.</param>
/// <param name="RetryAfter">On a 429, or a 503: how long to wait.</param>
/// <param name="Scope">On a 429: <c>user</c>, <c>global</c> or <c>shared</c>.</param>
internal sealed record RateLimitHeaders(string? Bucket, int? Remaining, TimeSpan? ResetAfter, TimeSpan? RetryAfter, string? Scope)
{
    public const string Shared = "shared";
    public const string Global = "global";

    /// <summary>Waits longer than any limit's are not to be believed, and would overflow timers.</summary>
    private const double MostSeconds = 24 * 60 * 60;

    public static RateLimitHeaders Of(HttpResponseHeaders headers) => new(
        Value(headers, "X-RateLimit-Bucket"),
        int.TryParse(Value(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining) ? remaining : null,
        Seconds(Value(headers, "X-RateLimit-Reset-After")),
        Seconds(Value(headers, "Retry-After")),
        Value(headers, "X-RateLimit-Scope") ?? (Value(headers, "X-RateLimit-Global") is "true" ? Global : null));

    public static TimeSpan? Seconds(double? seconds) =>
        seconds is >= 0 and var some && double.IsFinite(some) ? TimeSpan.FromSeconds(Math.Min(some, MostSeconds)) : null;

    private static TimeSpan? Seconds(string? text) =>
        Seconds(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);

    private static string? Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
