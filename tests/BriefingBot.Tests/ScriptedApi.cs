using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace BriefingBot.Tests;

/// <summary>A web API by a script: each request takes the next response; one that has none fails.</summary>
internal sealed class ScriptedApi : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<Task<HttpResponseMessage>>> _responses = new();

    public ConcurrentQueue<Request> Requests { get; } = new();

    public ScriptedApi Then(int status, string json = "{}", params (string Name, string Value)[] headers) => Then(() =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    });

    public ScriptedApi Then(Func<Task<HttpResponseMessage>> response)
    {
        _responses.Enqueue(response);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue(new Request(request.Method.Method, request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString(), request.Headers.UserAgent.ToString(), body) { ContentType = request.Content?.Headers.ContentType?.ToString() });
        if (!_responses.TryDequeue(out var response)) throw new InvalidOperationException($"No response is scripted for {request.Method} {request.RequestUri}.");

        return await response().WaitAsync(cancellationToken);
    }

    internal sealed record Request(string Method, string Path, string? Authorization, string UserAgent, string Body)
    {
        public string? ContentType { get; init; }
    }
}
