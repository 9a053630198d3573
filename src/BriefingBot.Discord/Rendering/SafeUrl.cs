using System.Text;

namespace BriefingBot.Discord.Rendering;

/// <summary>An article's address, if it can be shown as one.</summary>
internal static class SafeUrl
{
    private const int Longest = 512;

    /// <summary>Characters of markup that <see cref="Uri"/> leaves as they are.</summary>
    private const string Marks = @"[]()|`*~\";

    /// <summary>Percent-encoded, so that nothing in it ends the link or begins another; null for anything but plain http and https.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0, Host.Length: > 0, HostNameType: not UriHostNameType.IPv6 }
        && Encoded(uri.AbsoluteUri) is { Length: <= Longest } address && address.All(c => char.IsAscii(c) && c is > ' ' and not '<' and not '>' and not '\x7F')
            ? address
            : null;

    private static string Encoded(string address)
    {
        var encoded = new StringBuilder(address.Length);
        foreach (var c in address) encoded.Append(Marks.Contains(c, StringComparison.Ordinal) ? Uri.HexEscape(c) : c.ToString());
        return encoded.ToString();
    }

    /// <summary>Behind other text, without a preview: https://discord.com/developers/docs/reference#message-formatting.</summary>
    public static string Suffix(string url) => Of(url) is { } address ? $" <{address}>" : "";
}
