namespace BriefingBot.Discord.Gateway;

/// <summary>A gateway's address with what we speak; the same for the first connection and for resuming.</summary>
internal static class GatewayUrl
{
    public const int Version = 10;

    /// <exception cref="UriFormatException">Discord sent something that is not an address.</exception>
    public static Uri Of(string url, bool compressed) =>
        new UriBuilder(url) { Query = $"v={Version}&encoding=json{(compressed ? "&compress=zlib-stream" : "")}" }.Uri;
}
