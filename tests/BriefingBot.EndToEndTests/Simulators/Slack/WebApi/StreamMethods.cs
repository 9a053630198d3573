using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/reference/methods/chat.startStream, chat.appendStream and chat.stopStream</summary>
internal sealed class StreamMethods(SimulatorSettings settings, World world, Messages messages, ChannelAccess access)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("chat.startStream", Tier.Two, Start, "chat:write"),
        new("chat.appendStream", Tier.Four, Append, "chat:write"),
        new("chat.stopStream", Tier.Two, Stop, "chat:write"),
    ];

    private JsonObject Start(ApiRequest request)
    {
        var channel = access.Writable(request);
        var thread = ChatMethods.ThreadOf(request);
        if (thread is null && channel.IsDirect) throw new ApiException("invalid_thread_ts");
        if (!channel.IsDirect) CheckRecipient(request);
        var text = MessageRules.CheckStream(request.Arguments, required: false);
        var message = messages.Post(channel, new JsonObject { ["text"] = "" }, thread, stream: new SimStream(world.Now + settings.StreamLife));
        if (text.Length > 0 || request.Arguments["chunks"] is not null) Add(message, request, text);
        return Answer(message);
    }

    private JsonObject Append(ApiRequest request)
    {
        var message = Streaming(request);
        Add(message, request, MessageRules.CheckStream(request.Arguments, required: true));
        return Answer(message);
    }

    private JsonObject Stop(ApiRequest request)
    {
        var message = Streaming(request);
        var text = MessageRules.CheckStream(request.Arguments, required: false);
        if (text.Length > 0 || request.Arguments["chunks"] is not null || request.Arguments["blocks"] is not null) Add(message, request, text);
        if (request.Arguments["metadata"] is JsonObject metadata) message.Metadata = (JsonObject)metadata.DeepClone();
        messages.Stop(message);
        var answer = Answer(message);
        answer["message"] = message.ToJson(world);
        return answer;
    }

    private void Add(SimMessage message, ApiRequest request, string text)
    {
        var blocks = request.Arguments["chunks"].Objects().Where(chunk => chunk["type"].AsString() == "blocks").SelectMany(chunk => chunk["blocks"].Objects())
            .Concat(request.Arguments["blocks"].Objects());
        messages.Append(message, text, new JsonArray([.. blocks.Select(block => block.DeepClone())]));
    }

    private void CheckRecipient(ApiRequest request)
    {
        if (request.Text("recipient_user_id") is not { Length: > 0 } user) throw new ApiException("missing_recipient_user_id");
        if (request.Text("recipient_team_id") is not { Length: > 0 } team) throw new ApiException("missing_recipient_team_id");
        if (world.User(user) is not { } recipient) throw new ApiException("user_not_found");
        if (recipient.Team.Id != team && world.Team.Id != team) throw new ApiException("team_not_found");
    }

    private SimMessage Streaming(ApiRequest request)
    {
        var message = access.Visible(request).Find(request.Required("ts", "message_not_found")) ?? throw new ApiException("message_not_found");
        if (message.Author != world.Bot) throw new ApiException("message_not_owned_by_app");
        return message.Stream?.Runs(world.Now) == true ? message : throw new ApiException("message_not_in_streaming_state");
    }

    private static JsonObject Answer(SimMessage message) => new() { ["channel"] = message.Channel.Id, ["ts"] = message.Ts };
}
