using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Tests;

public sealed class InteractionsEndpointTests : IAsyncLifetime
{
    private DiscordSimulator _simulator = null!;
    private WebApplication _bot = null!;
    private bool _trusting;

    public async ValueTask InitializeAsync()
    {
        _simulator = await DiscordSimulator.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _bot = builder.Build();
        _bot.Urls.Add("http://127.0.0.1:0");
        _bot.Run(AnswerAsync);
        await _bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task An_endpoint_is_taken_when_it_checks_signatures_and_then_gets_the_interactions()
    {
        var (channel, user) = (_simulator.AddChannel(_simulator.AddGuild(), "news"), _simulator.AddUser("reader"));
        await using var client = new RawClient(_simulator);
        await client.CallAsync("PUT", $"applications/{_simulator.ApplicationId}/commands", JsonNode.Parse("""[{"name":"help","description":"d"}]"""));
        await _simulator.Endpoint.SetAsync(new Uri(_bot.Urls.First()));

        var asked = _simulator.UserRunsCommand(channel, user, "help");

        await DiscordSimulator.Until(() => asked.ResponseType is not null, "the answer over HTTP");
        Assert.Equal("Helped.", Assert.Single(_simulator.Answers(channel)).Content);
        Assert.Equal(3, _simulator.Journal.Of(Traffic.HttpInteraction).Count);
    }

    [Fact]
    public async Task An_endpoint_that_trusts_everyone_is_not_taken()
    {
        _trusting = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _simulator.Endpoint.SetAsync(new Uri(_bot.Urls.First())));
        Assert.Null(_simulator.Endpoint.Url);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var signed = Encoding.UTF8.GetBytes(context.Request.Headers["X-Signature-Timestamp"]!).Concat(body.ToArray()).ToArray();
        var signature = Convert.FromHexString(context.Request.Headers["X-Signature-Ed25519"]!);
        var genuine = Ed25519.Verify(signature, 0, Convert.FromHexString(_simulator.Endpoint.PublicKey), 0, signed, 0, signed.Length);
        context.Response.StatusCode = genuine || _trusting ? 200 : 401;
        if (context.Response.StatusCode == 401) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonNode.Parse(body.ToArray())!["type"].AsInt() == 1 ? """{"type":1}""" : """{"type":4,"data":{"content":"Helped."}}""");
    }
}
