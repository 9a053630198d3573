using System.Net;
using BriefingBot.Feeds;
using BriefingBot.Feeds.Fetching;

namespace BriefingBot.Tests.Feeds.Fetching;

/// <summary>What must never be asked, in all the ways in which it can be written, through the client that would ask.</summary>
public sealed class AddressRulesTests
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["inner.example"] = ["10.1.2.3"], ["mixed.example"] = ["127.0.0.1", "fd00::1"], ["mapped.example"] = ["::ffff:169.254.169.254"], ["nowhere.example"] = [],
        ["xn--bcher-kva.example"] = ["192.168.0.9"],
    };

    [Theory]
    // Loopback, in every notation that a resolver or a URL parser understands.
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.255.255.254/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://localhost./")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[0000::0001]/")]
    // Unspecified, private, shared, link-local.
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0/")]
    [InlineData("http://0.1.2.3/")]
    [InlineData("http://[::]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://167772161/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://0xc0a80101/")]
    [InlineData("http://0300.0250.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://100.127.255.255/")]
    [InlineData("http://169.254.1.1/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd12:3456:789a::1]/")]
    // Clouds' metadata.
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    // Multicast, reserved, for documentation, for benchmarks.
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://239.255.255.250/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://192.0.0.1/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.51.100.7/")]
    [InlineData("http://203.0.113.7/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[3fff::1]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://[4000::1]/")]
    // IPv4 inside IPv6: mapped, compatible, 6to4, NAT64, Teredo.
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::ffff:8.8.8.8]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2002:c0a8:101::1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::a00:1]/")]
    [InlineData("http://[64:ff9b::169.254.169.254]/")]
    [InlineData("http://[64:ff9b:1::7f00:1]/")]
    [InlineData("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/")]
    // Names that lead there.
    [InlineData("http://inner.example/")]
    [InlineData("http://mixed.example/")]
    [InlineData("http://mapped.example/")]
    [InlineData("http://bücher.example/")]
    [InlineData("https://inner.example/")]
    public async Task An_address_that_is_not_public_is_not_connected_to(string address)
    {
        var failed = await AskAsync(address);

        Assert.Contains("leads to", failed.Reason, StringComparison.Ordinal);
        Assert.False(failed.IsTransient);
    }

    [Theory]
    [InlineData("ftp://feeds.example/", "not an http or https")]
    [InlineData("file:///etc/passwd", "not an http or https")]
    [InlineData("gopher://feeds.example/", "not an http or https")]
    [InlineData("data:text/xml,<rss/>", "not an http or https")]
    [InlineData("http://user:secret@feeds.example/", "user name or password")]
    [InlineData("http://user@feeds.example/", "user name or password")]
    [InlineData("http://feeds.example@127.0.0.1/", "user name or password")]
    [InlineData("http://feeds.example:22/", "port 22")]
    [InlineData("http://feeds.example:443/", "port 443")]
    [InlineData("https://feeds.example:8443/", "port 8443")]
    [InlineData("http://nowhere.example/", "has no address")]
    public async Task What_is_no_plain_web_address_is_refused(string address, string reason) =>
        Assert.Contains(reason, (await AskAsync(address)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("169.253.1.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Public_addresses_may_be_asked(string address) => Assert.Null(new AddressRules(new FeedsOptions()).WhyNot("feeds.example", 80, IPAddress.Parse(address)));

    [Fact]
    public void A_named_host_may_be_private_and_no_other()
    {
        var rules = new AddressRules(new FeedsOptions { AllowHosts = ["feeds.lan", "192.168.1.5:8080"] });

        Assert.Null(rules.WhyNot("feeds.lan", 80, IPAddress.Parse("10.0.0.5")));
        Assert.Null(rules.WhyNot(new Uri("http://192.168.1.5:8080/feed")));
        Assert.NotNull(rules.WhyNot(new Uri("http://192.168.1.5/feed")));
        Assert.NotNull(rules.WhyNot(new Uri("http://192.168.1.5:8081/feed")));
        Assert.NotNull(rules.WhyNot("other.lan", 80, IPAddress.Parse("10.0.0.5")));
        Assert.NotNull(rules.WhyNot(new Uri("http://feeds.lan:8080/")));
    }

    [Fact]
    public void A_clouds_metadata_is_never_asked()
    {
        var rules = new AddressRules(new FeedsOptions { AllowPrivateAddresses = true, AllowHosts = ["169.254.169.254"] });

        Assert.Null(rules.WhyNot("feeds.lan", 80, IPAddress.Parse("10.0.0.5")));
        Assert.All(
            ["169.254.169.254", "fd00:ec2::254", "::ffff:169.254.169.254", "64:ff9b::169.254.169.254", "2002:a9fe:a9fe::"],
            address => Assert.NotNull(rules.WhyNot("169.254.169.254", 80, IPAddress.Parse(address))));
    }

    private static async Task<FetchResult.Failed> AskAsync(string address)
    {
        using var web = new WebFetcher(new FeedsOptions { DelaySeconds = 0 }, ResolveAsync, new ObservedTime());
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return new FetchResult.Failed("leads to nothing: is no address", null, IsTransient: false);
        return Assert.IsType<FetchResult.Failed>(await web.GetAsync(uri, Wanted.Feed, Validators.None, null, CancellationToken.None));
    }

    /// <summary>Numbers are read as the system reads them; names are the tests' own.</summary>
    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) =>
        Names.TryGetValue(host.TrimEnd('.'), out var addresses) ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
        : host.Any(char.IsAsciiDigit) || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) ? GuardedConnections.ResolveBySystemAsync(host.TrimEnd('.'), cancellation)
        : throw new InvalidOperationException($"The test asked for '{host}'.");
}
