using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Feeds.Fetching;

/// <summary>
/// Tells addresses of the public Internet from all others, by the registries of special-purpose addresses
/// (https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry).
/// </summary>
internal static class PublicAddress
{
    private static readonly (IPNetwork Network, string Name)[] Special =
    [
        Named("0.0.0.0/8", "an unspecified address"), Named("10.0.0.0/8", "a private address"), Named("100.64.0.0/10", "a carrier's shared address"),
        Named("127.0.0.0/8", "a loopback address"), Named("169.254.0.0/16", "a link-local address"), Named("172.16.0.0/12", "a private address"),
        Named("192.0.0.0/24", "a reserved address"), Named("192.0.2.0/24", "an address for documentation"), Named("192.31.196.0/24", "a reserved address"),
        Named("192.52.193.0/24", "a reserved address"), Named("192.88.99.0/24", "a 6to4 relay"), Named("192.168.0.0/16", "a private address"),
        Named("192.175.48.0/24", "a reserved address"), Named("198.18.0.0/15", "an address for benchmarks"), Named("198.51.100.0/24", "an address for documentation"),
        Named("203.0.113.0/24", "an address for documentation"), Named("224.0.0.0/4", "a multicast address"), Named("240.0.0.0/4", "a reserved address"),
        Named("::/128", "an unspecified address"), Named("::1/128", "a loopback address"),
        Named("fc00::/7", "a private address"), Named("fe80::/10", "a link-local address"), Named("fec0::/10", "a private address"), Named("ff00::/8", "a multicast address"),
        // Teredo, benchmarks, ORCHID and more; what is public of it serves no web pages.
        Named("2001::/23", "a reserved address"), Named("2001:db8::/32", "an address for documentation"), Named("2002::/16", "a 6to4 address"),
        Named("2620:4f:8000::/48", "a reserved address"), Named("3fff::/20", "an address for documentation"),
    ];

    /// <summary>Where clouds hand out their machines' credentials. Never asked, whatever else is allowed.</summary>
    private static readonly IPAddress[] Metadata =
    [
        IPAddress.Parse("169.254.169.254"), IPAddress.Parse("169.254.170.2"), IPAddress.Parse("169.254.170.23"), IPAddress.Parse("100.100.100.200"), IPAddress.Parse("168.63.129.16"),
        IPAddress.Parse("192.0.0.192"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd00:ec2::23"), IPAddress.Parse("fd20:ce::254"),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether it is a cloud's metadata service, in whatever form it is written.</summary>
    public static bool IsMetadata(IPAddress address) => Metadata.Contains(Embedded(address));

    /// <summary>What the address is, if it is not of the public Internet; else null.</summary>
    public static string? WhyNot(IPAddress address)
    {
        if (IsMetadata(address)) return "a cloud's metadata service";
        // Networks answer for the address inside (Contains of 0.0.0.0/0 is true for ::ffff:8.8.8.8), and no name should lead there.
        if (address.IsIPv4MappedToIPv6) return "an IPv4 address inside an IPv6 one";
        // NAT64 is how networks without IPv4 reach it (RFC 6052), so what counts is where it leads.
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(address)) return WhyNot(Embedded(address));
        foreach (var (network, name) in Special)
        {
            if (network.Contains(address)) return name;
        }

        return address.AddressFamily == AddressFamily.InterNetwork || Global.Contains(address) ? null : "a reserved address";
    }

    /// <summary>The IPv4 address inside an IPv6 one, else the address without its zone.</summary>
    private static IPAddress Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes[12..]) : bytes is [0x20, 0x02, ..] ? new IPAddress(bytes[2..6]) : new IPAddress(bytes);
    }

    private static (IPNetwork Network, string Name) Named(string network, string name) => (IPNetwork.Parse(network), name);
}
