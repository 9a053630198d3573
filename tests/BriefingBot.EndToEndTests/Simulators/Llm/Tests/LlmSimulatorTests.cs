using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Llm.Tests;

/// <summary>The simulator as a bare HTTP client sees it; the providers' own clients are its judges elsewhere.</summary>
public sealed class LlmSimulatorTests
{
    [Fact]
    public async Task A_whole_reply_has_its_usage()
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("Two words"));

        var (status, json) = await PostAsync(sim, """{"model": "sim-1", "messages": [{"role": "user", "content": "one two three"}]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Two words", json["choices"]![0]!["message"]!["content"]!.ToString());
        Assert.Equal(5, (int)json["usage"]!["total_tokens"]!);
    }

    [Theory]
    [InlineData("""{"model": "sim-1"}""", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"model": "other", "messages": []}""", HttpStatusCode.NotFound)]
    [InlineData("""{"model": "sim-1", "messages": [{"role": "tool", "tool_call_id": "c1", "content": "x"}]}""", HttpStatusCode.BadRequest)]
    public async Task What_the_provider_would_refuse_is_refused_and_noted(string body, HttpStatusCode expected)
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("Not given"));

        Assert.Equal(expected, (await PostAsync(sim, body)).Status);
        Assert.Equal((int)expected, Assert.Single(sim.Journal).Status);
    }

    [Fact]
    public async Task Models_are_listed()
    {
        await using var sim = await LlmSimulator.StartAsync();
        using var http = new HttpClient();

        var models = await http.GetFromJsonAsync<JsonNode>(sim.Url + "/v1/models", TestContext.Current.CancellationToken);

        Assert.Equal(LlmSimulator.Model, models!["data"]![0]!["id"]!.ToString());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Json)> PostAsync(LlmSimulator sim, string body)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", LlmSimulator.Key);
        using var content = new StringContent(body);
        using var response = await http.PostAsync(sim.Url + "/v1/chat/completions", content, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
