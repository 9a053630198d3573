using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using BriefingBot.Articles;

namespace BriefingBot.Feeds.Fetching;

/// <summary>Says why an address may not be asked, such as robots.txt; null when it may.</summary>
public delegate ValueTask<FetchResult.Failed?> Forbid(Uri address, CancellationToken cancellation);

/// <summary>
/// Fetches documents from the Web that strangers have named: only from permitted addresses, one request at a time to
/// each host, never more bytes or for longer than is sensible. Safe to use from several threads.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    public const int MostRedirects = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly HttpClient _http;
    private readonly AddressRules _rules;
    private readonly HostTurns _turns;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public WebFetcher(FeedsOptions options, ResolveHost resolve, TimeProvider time)
    {
        (_rules, _time, _timeout) = (new AddressRules(options), time, TimeSpan.FromSeconds(options.TimeoutSeconds));
        _turns = new HostTurns(TimeSpan.FromSeconds(options.DelaySeconds), time);
        _http = new HttpClient(new GuardedConnections(_rules, resolve).CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The name by which robots.txt files address us (RFC 9309 section 2.2.1).</summary>
    public const string ProductToken = nameof(BriefingBot);

    public static string UserAgent { get; } =
        $"{ProductToken}/{typeof(WebFetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0"} (+https://github.com/BriefingBot/BriefingBot)";

    /// <summary>Follows redirects, each judged like the first address. Only cancellation throws.</summary>
    /// <param name="known">The version that is there already.</param>
    /// <param name="forbid">Asked before each request.</param>
    public async Task<FetchResult> GetAsync(Uri address, Wanted wanted, Validators known, Forbid? forbid, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (_rules.WhyNot(address) is { } refusal) return Refused(address, redirects, refusal);
            if (forbid is not null && await forbid(address, cancellation) is { } forbidden) return forbidden;
            var (result, next) = await AskAsync(address, wanted, known, cancellation);
            if (result is not null) return result;
            if (redirects == MostRedirects) return new FetchResult.Failed($"was redirected more than {MostRedirects} times", null, IsTransient: false);
            if (address.Scheme == Uri.UriSchemeHttps && next!.Scheme == Uri.UriSchemeHttp) return Refused(next, redirects + 1, "gives up encryption");
            address = next!;
        }
    }

    public void Dispose() => _http.Dispose();

    private static FetchResult.Failed Refused(Uri address, int redirects, string refusal) =>
        new(redirects == 0 ? refusal : $"redirects to {PlainText.Shortened(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), 100)}, which {refusal}", null, IsTransient: false);

    private async Task<(FetchResult? Result, Uri? Next)> AskAsync(Uri address, Wanted wanted, Validators known, CancellationToken cancellation)
    {
        using var turn = await _turns.TakeAsync(AddressRules.Host(address), cancellation);
        using var late = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using var request = Request(address, wanted, known);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return RedirectOf(response, address) is { } next ? (null, next) : (await ReadAsync(response, address, wanted, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Ours, or the handler's for connecting.
            return (new FetchResult.Failed($"did not answer completely within {_timeout.TotalSeconds:0} seconds", null, IsTransient: true), null);
        }
        catch (Exception e) when (Explain(e) is { } failed)
        {
            return (failed, null);
        }
    }

    private static HttpRequestMessage Request(Uri address, Wanted wanted, Validators known)
    {
        // HTTP/3 would not come through the connections that are guarded.
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", wanted.Accept);
        // As they came: servers compare them letter by letter, and some are not in the form that the types want.
        if (known.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known.LastModified is { } date) request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return request;
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri address) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location && Uri.TryCreate(address, location, out var next) ? next : null;

    private async Task<FetchResult> ReadAsync(HttpResponseMessage response, Uri address, Wanted wanted, CancellationToken cancellation)
    {
        var (status, wait) = ((int)response.StatusCode, Wait(response));
        if (response.StatusCode == HttpStatusCode.NotModified) return new FetchResult.NotModified(wait);
        if (!response.IsSuccessStatusCode) return new FetchResult.Failed($"answered {status} {PlainText.Shortened(response.ReasonPhrase ?? "", 60)}".TrimEnd(), status, status is 408 or 425 or 429 or >= 500, wait);

        var type = response.Content.Headers.ContentType;
        if (type?.MediaType is { } media && !wanted.Takes(media.ToLowerInvariant())) return new FetchResult.Failed($"is {PlainText.Shortened(media, 60)}, not a {wanted.Name}", null, IsTransient: false);
        var (body, isWhole) = await BodyAsync(response, wanted.MostBytes, cancellation);
        if (!isWhole && !wanted.StartWillDo) return new FetchResult.Failed($"is longer than {wanted.MostBytes / 1024} KB", null, IsTransient: false);
        return new FetchResult.Fetched(address, body, type?.CharSet?.Trim('"'), new Validators(Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified")), wait)
        {
            MediaType = type?.MediaType?.ToLowerInvariant() ?? "",
        };
    }

    /// <summary>The decompressed body as far as it may be read, however little of it was sent.</summary>
    private static async Task<(byte[] Body, bool IsWhole)> BodyAsync(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            var room = most - (int)body.Length;
            body.Write(buffer, 0, Math.Min(count, room));
            if (count > room) return (body.ToArray(), false);
        }

        return (body.ToArray(), true);
    }

    /// <summary>Retry-After (RFC 9110 section 10.2.3) of a refusal, or how long the document is fresh (RFC 9111 section 5.2.2.1).</summary>
    private TimeSpan? Wait(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date - _time.GetUtcNow()) ?? (IsError(response) ? null : response.Headers.CacheControl?.MaxAge);
        return wait is null ? null : wait > LongestWait ? LongestWait : wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static bool IsError(HttpResponseMessage response) => (int)response.StatusCode >= 400;

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 500 } value ? value : null;

    private static FetchResult.Failed? Explain(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: FetchRefusedException refused } => new(refused.Message, null, IsTransient: false),
        HttpRequestException { InnerException: SocketException socket } => new($"cannot be reached: {PlainText.Shortened(socket.Message, 200)}", null, IsTransient: true),
        HttpRequestException { InnerException: AuthenticationException tls } => new($"has no valid certificate: {PlainText.Shortened(tls.Message, 200)}", null, IsTransient: true),
        HttpRequestException or IOException or InvalidDataException or SocketException => new($"broke off or answered what is not HTTP: {PlainText.Shortened(exception.Message, 200)}", null, IsTransient: true),
        _ => null,
    };
}
