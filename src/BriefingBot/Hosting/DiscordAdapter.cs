using BriefingBot.CommandLine;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriefingBot.Hosting;

/// <summary>Discord over its gateway, over signed HTTP, or both.</summary>
internal sealed class DiscordAdapter(DiscordOptions options, WebOptions web, DiscordBot bot, IDiscordConnection gateway, TimeProvider time) : IChatAdapter
{
    public const string Path = "/discord/interactions";

    private const string Section = DiscordOptions.Section;

    public string Name => "Discord";

    public bool IsOn => options.Token.Length > 0 && (options.Gateway || TakesRequests(options, web));

    public string Statement => StatementOf(options, web);

    public static string StatementOf(DiscordOptions options, WebOptions web)
    {
        if (options.Token.Length == 0) return $"off; {Section}:{nameof(options.Token)} turns it on.";
        var requests = TakesRequests(options, web);
        if (!options.Gateway && !requests) return $"off; without {Section}:{nameof(options.Gateway)} it needs {Section}:{nameof(options.PublicKey)} and {WebOptions.ListenKey}.";
        var gateway = options.Gateway ? $"over the gateway {(options.MessageContent ? "with" : "without")} message content" : "commands and buttons only";
        return $"on, {gateway}{(requests ? $", interactions at {Path}" : "")}.";
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (options.Gateway) await bot.RunAsync(gateway, cancellation);
            else await bot.RegisterCommandsAsync(cancellation);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
        }
        catch (DiscordException e) when (!e.IsTransient)
        {
            throw new UsageException(e.Message);
        }
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        if (!IsOn || !TakesRequests(options, web)) return;
        var endpoint = new InteractionEndpoint(options.PublicKey);
        endpoints.MapPost(Path, async context =>
        {
            var headers = context.Request.Headers;
            var body = await context.ReadBodyAsync();
            switch (endpoint.Handle(headers[InteractionEndpoint.SignatureHeader], headers[InteractionEndpoint.TimestampHeader], body))
            {
                case EndpointResult.Answered { Response: var response }:
                    context.Response.ContentType = "application/json";
                    await context.Response.Body.WriteAsync(response.ToJson(), context.RequestAborted);
                    break;
                case EndpointResult.Received { Interaction: var interaction }:
                    // Not the request's token: Discord may hang up, and what it sent is stored all the same.
                    await bot.ReceiveAsync(interaction, CancellationToken.None);
                    context.Response.StatusCode = StatusCodes.Status202Accepted;
                    break;
                case EndpointResult.Rejected { Status: var status }:
                    context.Response.StatusCode = status;
                    break;
            }
        });
    }

    private static bool TakesRequests(DiscordOptions options, WebOptions web) => options.PublicKey.Length > 0 && web.Listen.Length > 0;
}
