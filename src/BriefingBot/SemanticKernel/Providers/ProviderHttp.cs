namespace BriefingBot.SemanticKernel.Providers;

/// <summary>
/// What lies between every provider's client and the network. A refusal leaves here as a <see cref="ProviderRefusal"/>,
/// whatever the client would make of it.
/// </summary>
internal sealed class ProviderHttp : DelegatingHandler
{
    /// <summary>
    /// Cancels reading a reply begun in this flow. The token of the sending does not: the client lets go of it with the headers.
    /// </summary>
    public static readonly AsyncLocal<CancellationToken> Lifetime = new();

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
        if (response.IsSuccessStatusCode)
        {
            var reply = new StreamContent(new ReplyStream(await response.Content.ReadAsStreamAsync(cancellation), Lifetime.Value));
            foreach (var (name, values) in response.Content.Headers) reply.Headers.TryAddWithoutValidation(name, values);
            response.Content = reply;
            return response;
        }

        using (response) throw await ProviderRefusal.ReadAsync(response, cancellation);
    }
}
