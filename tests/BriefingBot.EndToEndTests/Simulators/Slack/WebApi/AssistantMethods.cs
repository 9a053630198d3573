using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/ai/developing-agents: the status, the suggested prompts and the title of a thread.</summary>
internal sealed class AssistantMethods(World world, ChannelAccess access)
{
    private const int MaxPrompts = 4;

    public IEnumerable<ApiMethod> All =>
    [
        new("assistant.threads.setStatus", Tier.Special, SetStatus, "assistant:write", "chat:write"),
        new("assistant.threads.setSuggestedPrompts", Tier.Three, SetPrompts, "assistant:write"),
        new("assistant.threads.setTitle", Tier.Three, SetTitle, "assistant:write"),
    ];

    private JsonObject SetStatus(ApiRequest request)
    {
        var (channel, thread) = Thread(request);
        if (request.Text("status") is not { } status) throw ApiException.InvalidArguments("missing required field: status");
        var loading = (request.Arguments["loading_messages"] as JsonArray)?.Select(message => message?.ToString() ?? "").ToList() ?? [];
        world.Statuses.Add(new SimStatus(channel, thread, status, world.Now, loading));
        return [];
    }

    private JsonObject SetPrompts(ApiRequest request)
    {
        var channel = access.Visible(request, "channel_id");
        var prompts = request.Arguments["prompts"].Objects().Select(prompt => (prompt["title"].AsString() ?? "", prompt["message"].AsString() ?? "")).ToList();
        if (prompts.Count is 0 or > MaxPrompts) throw ApiException.InvalidArguments("must have 1 to 4 prompts [json-pointer:/prompts]");
        if (prompts.Any(prompt => prompt.Item1.Length == 0 || prompt.Item2.Length == 0)) throw ApiException.InvalidArguments("missing required field: title or message [json-pointer:/prompts]");
        world.Prompts.Add(new SimPrompts(channel, request.Text("thread_ts"), request.Text("title"), prompts));
        return [];
    }

    private JsonObject SetTitle(ApiRequest request)
    {
        var (channel, thread) = Thread(request);
        world.Titles[(channel.Id, thread)] = request.Required("title");
        return [];
    }

    private (SimChannel Channel, string ThreadTs) Thread(ApiRequest request) => (access.Visible(request, "channel_id"), request.Required("thread_ts"));
}
