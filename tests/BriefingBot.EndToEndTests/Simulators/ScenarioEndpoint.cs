using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators;

/// <summary>The scenario for test scripts in other processes: <c>POST /sim/{action}</c> with a JSON object.</summary>
internal abstract class ScenarioEndpoint
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
            var answer = await ActAsync(context.Request.Path.Value!["/sim/".Length..], body);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync((answer ?? new JsonObject()).ToJsonString());
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException or KeyNotFoundException)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(exception.Message);
        }
    }

    protected abstract JsonNode? Act(string action, JsonObject body);

    /// <summary>For actions that have to wait; the others are left to <see cref="Act"/>.</summary>
    protected virtual Task<JsonNode?> ActAsync(string action, JsonObject body) => Task.FromResult(Act(action, body));

    protected static string Text(JsonObject body, string field) => body[field].AsString() ?? throw new InvalidOperationException($"\"{field}\" is missing.");
}
