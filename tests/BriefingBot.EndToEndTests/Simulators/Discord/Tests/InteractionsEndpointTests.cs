using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class InteractionsEndpointTests : IAsyncLifetime
{
    private DiscordSimulator simulator = null!;
    private WebApplication bot = null!;
    private bool trusting;

    public async ValueTask InitializeAsync()
    {
        simulator = await DiscordSimulator.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        bot = builder.Build();
        bot.Urls.Add("http://127.0.0.1:0");
        bot.Run(AnswerAsync);
        await bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task An_endpoint_is_taken_when_it_checks_signatures_and_then_gets_the_interactions()
    {
        var (channel, user) = (simulator.AddChannel(simulator.AddGuild(), "news"), simulator.AddUser("reader"));
        await using var client = new RawClient(simulator);
        await client.CallAsync("PUT", $"applications/{simulator.ApplicationId}/commands", JsonNode.Parse("""[{"name":"help","description":"d"}]"""));
        await simulator.Endpoint.SetAsync(new Uri(bot.Urls.First()));

        var asked = simulator.UserRunsCommand(channel, user, "help");

        await DiscordSimulator.Until(() => asked.ResponseType is not null, "the answer over HTTP");
        Assert.Equal("Helped.", Assert.Single(simulator.Answers(channel)).Content);
        Assert.Equal(3, simulator.Journal.Of(Traffic.HttpInteraction).Count);
    }

    [Fact]
    public async Task An_endpoint_that_trusts_everyone_is_not_taken()
    {
        trusting = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => simulator.Endpoint.SetAsync(new Uri(bot.Urls.First())));
        Assert.Null(simulator.Endpoint.Url);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var signed = Encoding.UTF8.GetBytes(context.Request.Headers["X-Signature-Timestamp"]!).Concat(body.ToArray()).ToArray();
        var signature = Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"]!);
        var genuine = Ed25519.Verify(signature, 0, Convert.FromHexString(simulator.Endpoint.PublicKey), 0, signed, 0, signed.Length);
        context.Response.StatusCode = genuine || trusting ? 200 : 401;
        if (context.Response.StatusCode == 401) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonNode.Parse(body.ToArray())!["type"].AsInt() == 1 ? """{"type":1}""" : """{"type":4,"data":{"content":"Helped."}}""");
    }
}
