using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>The scenario for test scripts in other processes: <c>POST /sim/{action}</c> with a JSON object.</summary>
internal sealed class RemoteControl(DiscordSimulator simulator)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
            var answer = Act(context.Request.Path.Value!["/sim/".Length..], body);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync((answer ?? new JsonObject()).ToJsonString());
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException or KeyNotFoundException)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(exception.Message);
        }
    }

    private JsonNode? Act(string action, JsonObject body)
    {
        switch (action)
        {
            case "says": return simulator.UserSays(Channel(body), User(body), Text(body, "text"), body["mention"].AsBool() == true).ToJson();
            case "replies": return simulator.UserReplies(Message(body), User(body), Text(body, "text")).ToJson();
            case "runs": return simulator.UserRunsCommand(Channel(body), User(body), Text(body, "name"), Options(body)).ToJson();
            case "clicks": return simulator.UserClicks(Message(body), User(body), Text(body, "customId")).ToJson();
            case "messages": return new JsonArray([.. simulator.MessagesIn(Channel(body), User(body)).Select(message => message.ToJson())]);
            case "drop": simulator.DropSockets(); return null;
            case "close": simulator.CloseSockets(body["code"].AsInt() ?? 4000); return null;
            case "reconnect": simulator.RequestReconnect(); return null;
            case "invalidate": simulator.InvalidateSessions(body["resumable"].AsBool() == true); return null;
            case "dispatch": simulator.Dispatch(Text(body, "type"), (JsonObject)body["data"]!.DeepClone()); return null;
            case "refuse": simulator.RateLimits.Refuse(Text(body, "call"), Text(body, "scope"), TimeSpan.FromSeconds(body["seconds"]!.GetValue<double>())); return null;
            case "fail": simulator.Faults.Fail(Text(body, "call"), body["status"].AsInt() ?? 500); return null;
            case "stopAcks": simulator.Faults.StopAcks = body["on"].AsBool() == true; return null;
            case "sign": return simulator.Endpoint.Sign(Text(body, "timestamp"), System.Text.Encoding.UTF8.GetBytes(Text(body, "body")));
            default: throw new InvalidOperationException($"There is no action \"{action}\".");
        }
    }

    private static string Text(JsonObject body, string field) => body[field].AsString() ?? throw new InvalidOperationException($"\"{field}\" is missing.");

    private static IEnumerable<(string, JsonNode)> Options(JsonObject body) => (body["options"] as JsonObject ?? []).Select(option => (option.Key, option.Value!));

    private SimChannel Channel(JsonObject body) => simulator.Channel(body["channel"].AsId()) ?? throw new InvalidOperationException("No such channel.");

    private SimUser User(JsonObject body) => simulator.User(body["user"].AsId()) ?? throw new InvalidOperationException("No such user.");

    private SimMessage Message(JsonObject body) => simulator.MessagesIn(Channel(body), User(body)).FirstOrDefault(message => message.Id == body["message"].AsId()) ?? throw new InvalidOperationException("No such message.");
}
