namespace BriefingBot.Slack.Rendering;

/// <summary>An article's address, if it can be shown as a link.</summary>
internal static class SafeUrl
{
    /// <summary>Of a link's address; Slack documents 3000 for a button's, and none for a text's.</summary>
    public const int Longest = 1000;

    /// <summary>Null for anything but plain http and https.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0, Host.Length: > 0, HostNameType: not UriHostNameType.IPv6 }
        && uri.AbsoluteUri is { Length: <= Longest } address && address.All(c => char.IsAscii(c) && c is > ' ' and not ('<' or '>' or '|' or '\x7F'))
            ? address
            : null;
}
