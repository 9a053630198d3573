using System.Text.Json.Nodes;
using BriefingBot.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>Takes what platforms send over HTTP, and says at <c>/health</c> how the adapters and the language model are.</summary>
internal static class WebServer
{
    public const string HealthPath = "/health";

    /// <summary>Larger than any platform sends; a chat platform's requests hold no files.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    /// <exception cref="UsageException">The address cannot be listened at.</exception>
    public static async Task<WebApplication> StartAsync(
        WebOptions options, IReadOnlyList<SupervisedAdapter> adapters, LanguageModelHealth model, ILoggerFactory logging, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, MostBytes)).UseUrls(options.Listen);
        builder.Services.AddRoutingCore().AddSingleton(logging);
        var app = builder.Build();
        app.UseRouting();
        app.MapGet(HealthPath, context => ReportAsync(context, adapters, model));
        foreach (var adapter in adapters) adapter.Map(app);
        try
        {
            await app.StartAsync(cancellation);
            return app;
        }
        catch (IOException e)
        {
            await app.DisposeAsync();
            throw new UsageException($"{WebOptions.ListenKey}: {e.Message}");
        }
    }

    /// <summary>The body as it came; signatures are over bytes.</summary>
    public static async Task<byte[]> ReadBodyAsync(this HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    /// <summary>A model that rests or is over budget is no ill health: there are answers without it.</summary>
    private static async Task ReportAsync(HttpContext context, IReadOnlyList<SupervisedAdapter> adapters, LanguageModelHealth model)
    {
        var report = new JsonObject(adapters.Select(a => KeyValuePair.Create(a.Name, (JsonNode?)JsonValue.Create(a.State.ToString().ToLowerInvariant()))))
        {
            [LanguageModelHealth.Name] = await model.ReportAsync(context.RequestAborted),
        };
        if (adapters.Any(a => a.State == AdapterState.Stopped)) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(report, context.RequestAborted);
    }
}
