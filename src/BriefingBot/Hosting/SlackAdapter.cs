using BriefingBot.CommandLine;
using BriefingBot.Slack;
using BriefingBot.Slack.Requests;
using BriefingBot.Slack.SocketMode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Hosting;

/// <summary>Slack over Socket Mode, over signed HTTP, or both.</summary>
internal sealed class SlackAdapter(SlackOptions options, WebOptions web, SlackBot bot, ISlackConnection sockets, TimeProvider time) : IChatAdapter
{
    /// <summary>One address for events, commands and clicks.</summary>
    public const string Path = "/slack/events";

    private const string Section = SlackOptions.Section;

    public string Name => "Slack";

    public bool IsOn => options.BotToken.Length > 0 && (options.AppToken.Length > 0 || TakesRequests(options, web));

    public string Statement => StatementOf(options, web);

    public static string StatementOf(SlackOptions options, WebOptions web)
    {
        if (options.BotToken.Length == 0) return $"off; {Section}:{nameof(options.BotToken)} and {Section}:{nameof(options.AppToken)} turn it on.";
        var ways = new[] { options.AppToken.Length > 0 ? $"over {options.Connections} socket(s)" : "", TakesRequests(options, web) ? $"requests at {Path}" : "" }.Where(w => w.Length > 0).ToList();
        return ways.Count > 0 ? $"on, {string.Join(", ", ways)}." : $"off; without {Section}:{nameof(options.AppToken)} it needs {Section}:{nameof(options.SigningSecret)} and {WebOptions.ListenKey}.";
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await bot.RunAsync(options.AppToken.Length > 0 ? sockets : null, cancellation);
        }
        catch (SlackException e) when (!e.IsTransient)
        {
            throw new UsageException(e.Message);
        }
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        if (!IsOn || !TakesRequests(options, web)) return;
        var endpoint = new SlackEndpoint(options.SigningSecret, time);
        endpoints.MapPost(Path, async context =>
        {
            switch (endpoint.Handle(name => context.Request.Headers[name], await context.ReadBodyAsync()))
            {
                case EndpointResult.Answered { ContentType: var type, Body: var body }:
                    context.Response.ContentType = type;
                    await context.Response.WriteAsync(body, context.RequestAborted);
                    break;
                case EndpointResult.Received { Envelope: var envelope }:
                    // Not the request's token: Slack may hang up, and what it sent is stored all the same.
                    await bot.ReceiveAsync(envelope, CancellationToken.None);
                    break;
                case EndpointResult.Rejected { Status: var status }:
                    context.Response.StatusCode = status;
                    break;
            }
        });
    }

    private static bool TakesRequests(SlackOptions options, WebOptions web) => options.SigningSecret.Length > 0 && web.Listen.Length > 0;
}
