using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/reference/methods, under chat.</summary>
internal sealed class ChatMethods(World world, Messages messages, ChannelAccess access)
{
    private const string Write = "chat:write";

    public IEnumerable<ApiMethod> All =>
    [
        new("chat.postMessage", Tier.Posting, Post, Write),
        new("chat.postEphemeral", Tier.Four, PostEphemeral, Write),
        new("chat.update", Tier.Three, Update, Write),
        new("chat.delete", Tier.Three, Delete, Write),
        new("chat.getPermalink", Tier.Special, Permalink),
    ];

    private JsonObject Post(ApiRequest request)
    {
        var channel = access.Writable(request);
        MessageRules.Check(request.Arguments);
        return Answer(messages.Post(channel, request.Arguments, ThreadOf(request)));
    }

    private JsonObject PostEphemeral(ApiRequest request)
    {
        var channel = access.Writable(request);
        var user = world.User(request.Required("user", "user_not_found")) ?? throw new ApiException("user_not_found");
        MessageRules.Check(request.Arguments);
        if (!channel.Members.Contains(user)) throw new ApiException("user_not_in_channel");
        return new JsonObject { ["message_ts"] = messages.Post(channel, request.Arguments, ThreadOf(request), onlyFor: user).Ts };
    }

    private JsonObject Update(ApiRequest request)
    {
        var message = OwnMessage(request, "cant_update_message");
        if (message.Stream?.Runs(world.Now) == true) throw new ApiException("streaming_state_conflict");
        MessageRules.CheckUpdate(request.Arguments);
        messages.Update(message, request.Arguments);
        var answer = Answer(message);
        answer["text"] = message.Text;
        return answer;
    }

    private JsonObject Delete(ApiRequest request)
    {
        var message = OwnMessage(request, "cant_delete_message");
        messages.Delete(message);
        return new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts };
    }

    private JsonObject Permalink(ApiRequest request)
    {
        var channel = access.Visible(request);
        var message = channel.Find(request.Text("message_ts")) ?? throw new ApiException("message_not_found");
        return new JsonObject { ["channel"] = channel.Id, ["permalink"] = $"https://{world.Team.Domain}.slack.com/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    // A message for one person alone is not found: it is changed by its response_url only.
    private SimMessage OwnMessage(ApiRequest request, string refusal)
    {
        var message = access.Visible(request).Find(request.Required("ts", "message_not_found")) ?? throw new ApiException("message_not_found");
        return message.Author == world.Bot ? message : throw new ApiException(refusal);
    }

    public static string? ThreadOf(ApiRequest request)
    {
        if (request.Arguments["thread_ts"] is not { } node) return null;
        return MessageRules.IsTs(node.ToString()) ? node.ToString() : throw new ApiException("invalid_thread_ts");
    }

    private JsonObject Answer(SimMessage message) => new() { ["channel"] = message.Channel.Id, ["ts"] = message.Ts, ["message"] = message.ToJson(world) };
}
