using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>What the scripts of the official clients may ask people and Discord to do.</summary>
internal sealed class RemoteControl(DiscordSimulator simulator) : ScenarioEndpoint
{
    protected override JsonNode? Act(string action, JsonObject body)
    {
        switch (action)
        {
            case "says": return simulator.UserSays(Channel(body), User(body), Text(body, "text"), body["mention"].AsBool() == true).ToJson();
            case "replies": return simulator.UserReplies(Message(body), User(body), Text(body, "text")).ToJson();
            case "drops": return simulator.UserDrops(Channel(body), User(body), Text(body, "name"), Text(body, "content"), mention: body["mention"].AsBool() == true).ToJson();
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

    private static IEnumerable<(string, JsonNode)> Options(JsonObject body) => (body["options"] as JsonObject ?? []).Select(option => (option.Key, option.Value!));

    private SimChannel Channel(JsonObject body) => simulator.Channel(body["channel"].AsId()) ?? throw new InvalidOperationException("No such channel.");

    private SimUser User(JsonObject body) => simulator.User(body["user"].AsId()) ?? throw new InvalidOperationException("No such user.");

    private SimMessage Message(JsonObject body) => simulator.MessagesIn(Channel(body), User(body)).FirstOrDefault(message => message.Id == body["message"].AsId()) ?? throw new InvalidOperationException("No such message.");
}
