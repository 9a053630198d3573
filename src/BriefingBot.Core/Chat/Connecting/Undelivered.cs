namespace BriefingBot.Chat.Connecting;

/// <summary>Requests that came to nothing before a platform saw them, so that sending them again repeats nothing.</summary>
public static class Undelivered
{
    public static bool WasNotSent(this HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
