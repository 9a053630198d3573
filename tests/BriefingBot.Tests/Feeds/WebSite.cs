using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Feeds;

/// <summary>A publisher's web site on loopback. What is not put on it is answered with 404. The end-to-end tests share this file.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers)> _requests = new();
    private readonly WebApplication _app;

    private WebSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Such as http://127.0.0.1:40123.</summary>
    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Such as 127.0.0.1:40123.</summary>
    public string Host => new Uri(Url).Authority;

    public IReadOnlyList<string> Paths => [.. _requests.Select(r => r.Path)];

    public IHeaderDictionary LastHeaders => _requests.Last().Headers;

    public static async Task<WebSite> StartAsync()
    {
        var site = new WebSite();
        await site._app.StartAsync();
        return site;
    }

    public void Put(string path, RequestDelegate answer) => _pages[path] = answer;

    public void Put(string path, string text, string type = "text/html; charset=utf-8") => Put(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    });

    public void PutFeed(string path, string items, string title = "Harbour Wire") => Put(
        path, $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>{title}</title><link>{Url}/</link>{items}</channel></rss>", "application/rss+xml");

    public void PutStatus(string path, int status, string header = "", string value = "") => Put(path, context =>
    {
        context.Response.StatusCode = status;
        if (header.Length > 0) context.Response.Headers[header] = value;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        // The request's own headers are used again once it is answered.
        _requests.Enqueue((path, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
        if (_pages.TryGetValue(path, out var answer)) return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
