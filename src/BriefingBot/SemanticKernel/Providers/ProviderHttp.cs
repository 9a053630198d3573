namespace BriefingBot.SemanticKernel.Providers;

/// <summary>
/// What lies between every provider's client and the network. A refusal leaves here as a <see cref="ProviderRefusal"/>,
/// whatever the client would make of it.
/// </summary>
internal sealed class ProviderHttp : DelegatingHandler
{
    private ProviderHttp(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>Time limits are set for each request. Redirects are not followed: the key would go along.</summary>
    public static HttpClient Client() =>
        new(new ProviderHttp(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var response = await base.SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await ProviderRefusal.ReadAsync(response, cancellation);
    }
}
