using System.Net;
using System.Net.Sockets;

namespace BriefingBot.Feeds.Fetching;

/// <summary>Looks up the addresses of a host.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>
/// Opens connections to permitted addresses only. The address is judged that the socket then connects to: a name that
/// leads elsewhere when it is looked up a second time (DNS rebinding) is not looked up a second time.
/// </summary>
public sealed class GuardedConnections(AddressRules rules, ResolveHost resolve)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    public static Task<IPAddress[]> ResolveBySystemAsync(string host, CancellationToken cancellation) => Dns.GetHostAddressesAsync(host, cancellation);

    /// <summary>
    /// A handler without redirects, cookies and credentials. It passes by any proxy that the environment names: a proxy
    /// would look the name up itself, out of reach of the rules.
    /// </summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = ConnectTimeout,
        MaxResponseHeadersLength = 64,
        // What is left of a body that was too long is not waited for.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var permitted = Permitted(host, port, await AddressesAsync(host, cancellation));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellation) =>
        IPAddress.TryParse(host.Trim('[', ']').TrimEnd('.'), out var literal) ? [literal] : await resolve(host, cancellation);

    private IPAddress[] Permitted(string host, int port, IPAddress[] addresses)
    {
        var name = host.Contains(':', StringComparison.Ordinal) ? $"[{host.Trim('[', ']')}]" : host.TrimEnd('.');
        IPAddress[] permitted = [.. addresses.Where(address => rules.WhyNot(name, port, address) is null)];
        if (permitted.Length > 0) return permitted;
        throw new FetchRefusedException(addresses.Select(address => rules.WhyNot(name, port, address)).FirstOrDefault() ?? "has no address");
    }
}
