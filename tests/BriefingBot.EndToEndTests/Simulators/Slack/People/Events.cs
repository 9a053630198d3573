using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>Tells the app what happened, as far as it subscribes and may know (https://docs.slack.dev/apis/events-api).</summary>
internal sealed class Events(SimulatorSettings settings, World world, Action<SimDelivery> deliver)
{
    public void Posted(SimMessage message)
    {
        if (message.OnlyFor is not null || message.Stream is { IsOver: false }) return;
        var json = message.ToJson(world);
        Message(message.Channel, json, message.Author);
        if (!message.Author.IsBot && !message.Channel.IsDirect && message.Text.Contains(world.Bot.Mention, StringComparison.Ordinal)) Mention(message);
    }

    /// <summary>https://docs.slack.dev/reference/events/message/message_changed</summary>
    public void Changed(SimMessage message, JsonObject before)
    {
        if (message.OnlyFor is not null) return;
        Message(message.Channel, new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["message"] = message.ToJson(world), ["previous_message"] = before.DeepClone(), ["ts"] = world.NextTs() }, message.Author);
    }

    /// <summary>https://docs.slack.dev/reference/events/message/message_deleted</summary>
    public void Deleted(SimMessage message)
    {
        if (message.OnlyFor is not null) return;
        Message(message.Channel, new JsonObject { ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["deleted_ts"] = message.Ts, ["previous_message"] = message.ToJson(world), ["ts"] = world.NextTs() }, message.Author);
    }

    public void Send(string subscription, JsonObject inner, SimChannel? channel = null, SimUser? by = null)
    {
        if (!settings.Events.Contains(subscription)) return;
        inner["event_ts"] ??= inner["ts"]?.DeepClone() ?? world.NextTs();
        var payload = new JsonObject
        {
            ["token"] = "verification-token",
            ["team_id"] = world.Team.Id,
            ["context_team_id"] = world.Team.Id,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = world.AppId,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = world.NextId("Ev"),
            ["event_time"] = world.Now.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = world.Team.Id, ["user_id"] = world.Bot.Id, ["is_bot"] = true, ["is_enterprise_install"] = false }),
            ["is_ext_shared_channel"] = channel?.SharedWith is not null,
            ["event_context"] = "4-" + world.NextNumber(),
        };
        if (by is not null && by.Team.Id != world.Team.Id) (inner["user_team"], inner["source_team"]) = (by.Team.Id, by.Team.Id);
        deliver(new SimDelivery(SimDelivery.Events, payload, world.Now));
    }

    private void Message(SimChannel channel, JsonObject json, SimUser by)
    {
        if (!channel.BotIsMember) return;
        (json["channel"], json["channel_type"]) = (channel.Id, channel.Type);
        Send(channel.Kind switch { ChannelKind.Public => "message.channels", ChannelKind.Private => "message.groups", ChannelKind.Direct => "message.im", _ => "message.mpim" }, json, channel, by);
    }

    private void Mention(SimMessage message)
    {
        if (!message.Channel.BotIsMember) return;
        var json = message.ToJson(world);
        (json["type"], json["channel"]) = ("app_mention", message.Channel.Id);
        json.Remove("subtype");
        Send("app_mention", json, message.Channel, message.Author);
    }
}
