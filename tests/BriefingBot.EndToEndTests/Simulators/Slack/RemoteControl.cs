using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>What the scripts of the official clients may ask people and Slack to do.</summary>
internal sealed class RemoteControl(SlackSimulator simulator) : ScenarioEndpoint
{
    protected override JsonNode? Act(string action, JsonObject body)
    {
        switch (action)
        {
            case "says": return simulator.Json(simulator.UserSays(Channel(body), User(body), Text(body, "text"), body["mention"].AsBool() == true, body["thread"] is null ? null : Message(body, "thread")));
            case "drops": return simulator.Json(simulator.UserDrops(Channel(body), User(body), Text(body, "name"), Text(body, "content"), Text(body, "text")));
            case "runs": return Delivery(simulator.UserRunsCommand(Channel(body), User(body), "/briefing", Text(body, "text")));
            case "clicks": return Delivery(simulator.UserClicks(Message(body), User(body), Text(body, "actionId")));
            case "feedback": return Delivery(simulator.UserGivesFeedback(Message(body), User(body), Text(body, "actionId"), body["positive"].AsBool() == true));
            case "shortcut": return Delivery(simulator.UserUsesShortcut(Message(body), User(body), Text(body, "callbackId")));
            case "submits": return Delivery(simulator.UserSubmitsView(simulator.OpenView(User(body)) ?? throw new InvalidOperationException("No view is open."), (body["inputs"] as JsonObject ?? []).Select(input => (input.Key, input.Value!))));
            case "openView": return simulator.OpenView(User(body)) is { } view ? new JsonObject { ["id"] = view.Id, ["view"] = view.View.DeepClone(), ["errors"] = view.Errors.DeepClone() } : null;
            case "opensHome": simulator.UserOpensHome(User(body)); return null;
            case "home": return simulator.HomeOf(User(body))?.View.DeepClone();
            case "opensAssistant": return simulator.Json(simulator.UserOpensAssistant(User(body), Channel(body)));
            case "messages": return new JsonArray([.. simulator.MessagesIn(Channel(body), User(body)).Select(simulator.Json)]);
            case "statuses": return new JsonArray([.. simulator.Statuses.Select(status => JsonValue.Create(status.Status))]);
            case "unacknowledged": return JsonValue.Create(simulator.Unacknowledged.Count);
            case "online": return JsonValue.Create(simulator.SocketsOnline);
            case "drop": simulator.DropSockets(); return null;
            case "disconnect": simulator.Disconnect(Text(body, "reason")); return null;
            case "expireStreams": simulator.ExpireStreams(); return null;
            case "refuse": simulator.Faults.Refuse(Text(body, "method"), Text(body, "code")); return null;
            case "limit": simulator.RateLimits.Refuse(Text(body, "method"), TimeSpan.FromSeconds(body["seconds"].AsInt() ?? 1)); return null;
            case "fail": simulator.Faults.Fail(Text(body, "method"), body["status"].AsInt() ?? 500); return null;
            case "loseAcknowledgements": simulator.Faults.LoseAcknowledgements(); return null;
            case "sign": return JsonValue.Create(simulator.RequestUrls.Sign(Text(body, "timestamp"), Text(body, "body")));
            default: throw new InvalidOperationException($"There is no action \"{action}\".");
        }
    }

    protected override async Task<JsonNode?> ActAsync(string action, JsonObject body)
    {
        switch (action)
        {
            case "requestUrl": await simulator.RequestUrls.SetAsync(new Uri(Text(body, "url"))); return null;
            case "badlySigned": return (await simulator.RequestUrls.SendAsync(new Uri(Text(body, "url")), """{"type":"event_callback"}""", "application/json", genuine: false)).Status;
            case "stale": return (await simulator.RequestUrls.SendAsync(new Uri(Text(body, "url")), """{"type":"event_callback"}""", "application/json", age: TimeSpan.FromMinutes(6))).Status;
            default: return Act(action, body);
        }
    }

    private static JsonObject Delivery(SimDelivery delivery) => new() { ["type"] = delivery.Type, ["payload"] = delivery.Payload.DeepClone() };

    private SimChannel Channel(JsonObject body) => simulator.Channel(body["channel"].AsString()) ?? throw new InvalidOperationException("No such channel.");

    private SimUser User(JsonObject body) => simulator.User(body["user"].AsString()) ?? throw new InvalidOperationException("No such user.");

    private SimMessage Message(JsonObject body, string field = "message") =>
        simulator.MessagesIn(Channel(body), User(body)).FirstOrDefault(message => message.Ts == body[field].AsString()) ?? throw new InvalidOperationException("No such message.");
}
