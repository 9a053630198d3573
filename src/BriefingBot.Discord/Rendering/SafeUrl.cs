namespace BriefingBot.Discord.Rendering;

/// <summary>An article's address, if it can be shown as one.</summary>
internal static class SafeUrl
{
    private const int Longest = 512;

    /// <summary>Percent-encoded, so that nothing in it ends the link; null for anything but plain http and https.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0
        && uri.AbsoluteUri is { Length: <= Longest } address && address.All(c => char.IsAscii(c) && c is > ' ' and not '<' and not '>' and not '\x7F')
            ? address
            : null;

    /// <summary>Behind other text, without a preview: https://discord.com/developers/docs/reference#message-formatting.</summary>
    public static string Suffix(string url) => Of(url) is { } address ? $" <{address}>" : "";
}
