using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace BriefingBot.Chat.Connecting;

/// <summary>
/// Fetches files that a platform keeps. Their addresses come in messages, so that only the platform's own host is asked, and
/// it is not followed elsewhere: what authorises us would go along.
/// </summary>
public sealed class FileDownload(HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // What is left of a file that is too long is not waited for.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Only cancellation throws.</summary>
    /// <param name="address">Where the message says that the file is.</param>
    /// <param name="keptAt">Where the platform keeps files: scheme, host and port count.</param>
    /// <param name="authorization">What the platform wants to see; null for nothing.</param>
    /// <param name="mostBytes">What is longer is not read to its end.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Download> ReadAsync(string address, string keptAt, AuthenticationHeaderValue? authorization, int mostBytes, CancellationToken cancellation)
    {
        if (!IsAt(address, keptAt, out var uri)) return Download.Failed("is not kept by the chat platform, so it is not fetched as a file");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Authorization = authorization;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is >= 300 and < 400) return Download.Failed("was not handed out by the chat platform, which may not let me read files", isRefused: true);
            if (!response.IsSuccessStatusCode) return Download.Failed($"cannot be fetched: the chat platform answered {(int)response.StatusCode}", response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            var body = await BodyAsync(response, mostBytes, cancellation);
            return body is null ? Download.TooLarge : new Download(body, response.Content.Headers.ContentType?.MediaType ?? "");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return Download.Failed("cannot be fetched: the connection to the chat platform failed");
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsAt(string address, string keptAt, out Uri? uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri) && uri.UserInfo.Length == 0
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), new Uri(keptAt).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when it is too long, whatever length was announced.</summary>
    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > most) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (body.Length + count > most) return null;
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}

/// <summary>A file as it was fetched, or why it was not.</summary>
/// <param name="MediaType">As the server says; empty when it does not.</param>
/// <param name="Reason">Goes on from "it"; empty when it was fetched.</param>
/// <param name="IsRefused">Whether we are not allowed to, so that another time will not help.</param>
public sealed record Download(byte[] Body, string MediaType, string Reason = "", bool IsRefused = false)
{
    /// <summary>How large is too large is known to who asked.</summary>
    public static Download TooLarge { get; } = new([], "");

    public bool IsTooLarge => ReferenceEquals(this, TooLarge);

    public static Download Failed(string reason, bool isRefused = false) => new([], "", reason, isRefused);
}
