namespace BriefingBot.Chat.Replies;

/// <summary>An article's address, if a person may be sent there.</summary>
public static class WebAddress
{
    /// <summary>In ASCII, without white space or angle brackets; null for anything but plain http and https to a named host.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0, Host.Length: > 0, HostNameType: not UriHostNameType.IPv6 }
        && uri.AbsoluteUri is var address && address.All(c => char.IsAscii(c) && c is > ' ' and not ('<' or '>' or '\x7F'))
            ? address
            : null;
}
