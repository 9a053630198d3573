using System.Net;

namespace BriefingBot.Feeds.Fetching;

/// <summary>
/// Which addresses may be asked at all. Feeds are written by strangers, and so are the links in them: without these
/// rules they could have this machine ask its own network
/// (https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html).
/// </summary>
public sealed class AddressRules(FeedsOptions options)
{
    private const int LongestAddress = 2000;

    private readonly HashSet<string> _allowed = new(options.AllowHosts.Select(WithoutBlanks), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an address as a person gives it.</summary>
    /// <exception cref="FetchRefusedException">It may not be asked.</exception>
    public Uri Parse(string text)
    {
        var uri = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var parsed) ? parsed : throw new FetchRefusedException($"'{text}' is not a web address such as https://example.org/feed.xml");
        return WhyNot(uri) is { } reason ? throw new FetchRefusedException(reason) : uri;
    }

    /// <summary>Why this address may not be asked, as far as it can be said without looking its host up; null when it may.</summary>
    public string? WhyNot(Uri uri)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)) return "is not an http or https address";
        if (uri.OriginalString.Length > LongestAddress) return $"is longer than {LongestAddress} characters";
        if (uri.UserInfo.Length > 0) return "holds a user name or password";
        if (uri.Host.Length == 0) return "names no host";
        if (!uri.IsDefaultPort && !_allowed.Contains($"{Host(uri)}:{uri.Port}")) return $"has port {uri.Port}; only 80 for http and 443 for https are asked, others need {Key} '{Host(uri)}:{uri.Port}'";
        return IPAddress.TryParse(Host(uri).Trim('[', ']'), out var address) ? WhyNot(Host(uri), uri.Port, address) : null;
    }

    /// <summary>Why this address of a host may not be connected to; null when it may.</summary>
    public string? WhyNot(string host, int port, IPAddress address)
    {
        if (PublicAddress.WhyNot(address) is not { } what) return null;
        if (PublicAddress.IsMetadata(address)) return $"leads to {address}, {what}, which is never asked";
        return options.AllowPrivateAddresses || _allowed.Contains(host) || _allowed.Contains($"{host}:{port}") ? null
            : $"leads to {address}, {what}; only public addresses are asked, others need {Key} '{host}'";
    }

    /// <summary>The host as the rules and the pace of requests know it: in ASCII, without the last dot, IPv6 in brackets.</summary>
    public static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost.TrimEnd('.').ToLowerInvariant();

    private static string Key => $"{FeedsOptions.Section}:{nameof(FeedsOptions.AllowHosts)}";

    private static string WithoutBlanks(string host) => host.Trim();
}

/// <summary>An address may not be asked; the message says why.</summary>
public sealed class FetchRefusedException(string message) : Exception(message);
