using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>Payloads of what people do with commands, buttons, shortcuts and views (https://docs.slack.dev/reference/interaction-payloads).</summary>
internal sealed class Interactions(World world, Faults faults, ResponseUrls responseUrls, ViewMethods views)
{
    private static readonly TimeSpan TriggerLife = TimeSpan.FromSeconds(3);

    /// <summary>https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
    public SimDelivery Command(SimChannel channel, SimUser user, string command, string text)
    {
        var payload = new JsonObject
        {
            ["token"] = "verification-token",
            ["team_id"] = world.Team.Id,
            ["team_domain"] = world.Team.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.Kind == ChannelKind.Private ? "privategroup" : channel.Name,
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = world.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = responseUrls.Create(channel, user, null),
            ["trigger_id"] = Trigger(user),
        };
        return new SimDelivery(SimDelivery.SlashCommand, payload, world.Now, acceptsResponse: true) { Acknowledged = response => Respond(channel, user, response) };
    }

    /// <summary>A button, menu or feedback in a message.</summary>
    public SimDelivery BlockActions(SimMessage message, SimUser user, JsonObject action)
    {
        var payload = Common("block_actions", user);
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = message.OnlyFor is not null };
        if (message.ThreadTs is not null) container["thread_ts"] = message.ThreadTs;
        (payload["container"], payload["channel"]) = (container, Channel(message.Channel));
        (payload["message"], payload["state"]) = (message.ToJson(world), new JsonObject { ["values"] = new JsonObject() });
        (payload["response_url"], payload["actions"]) = (responseUrls.Create(message.Channel, user, message), new JsonArray(action));
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now);
    }

    /// <summary>A button or menu in a modal or on the Home tab.</summary>
    public SimDelivery BlockActions(SimView view, SimUser user, JsonObject action)
    {
        var payload = Common("block_actions", user);
        (payload["container"], payload["view"]) = (new JsonObject { ["type"] = "view", ["view_id"] = view.Id }, view.ToJson(world));
        (payload["state"], payload["actions"]) = (new JsonObject { ["values"] = new JsonObject() }, new JsonArray(action));
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now);
    }

    public SimDelivery MessageShortcut(SimMessage message, SimUser user, string callbackId)
    {
        var payload = Common("message_action", user);
        (payload["action_ts"], payload["callback_id"]) = (world.NextTs(), callbackId);
        (payload["channel"], payload["message_ts"], payload["message"]) = (Channel(message.Channel), message.Ts, message.ToJson(world));
        payload["response_url"] = responseUrls.Create(message.Channel, user, null);
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now);
    }

    public SimDelivery GlobalShortcut(SimUser user, string callbackId)
    {
        var payload = Common("shortcut", user);
        (payload["action_ts"], payload["callback_id"]) = (world.NextTs(), callbackId);
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now);
    }

    public SimDelivery ViewSubmission(SimView view, SimUser user, JsonObject state)
    {
        view.Errors = [];
        var payload = Common("view_submission", user);
        (payload["view"], payload["response_urls"]) = (view.ToJson(world, state), new JsonArray());
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now, acceptsResponse: true) { Acknowledged = response => views.Respond(view, response) };
    }

    public SimDelivery ViewClosed(SimView view, SimUser user, bool all)
    {
        var payload = Common("view_closed", user);
        payload.Remove("trigger_id");
        (payload["view"], payload["is_cleared"]) = (view.ToJson(world), all);
        return new SimDelivery(SimDelivery.Interactive, payload, world.Now);
    }

    /// <summary>One action on an element, as the payload lists it; <paramref name="value"/> is what was chosen or typed.</summary>
    public JsonObject Action(JsonNode? blocks, JsonObject element, JsonNode? value, JsonNode? text = null)
    {
        var action = State(element, value);
        var block = blocks.Objects().First(block => BlockTree.Objects(block).Contains(element));
        (action["action_id"], action["block_id"], action["action_ts"]) = (element["action_id"]!.DeepClone(), block["block_id"]!.DeepClone(), world.NextTs());
        if ((text ?? element["text"]) is { } label) action["text"] = label.DeepClone();
        return action;
    }

    /// <summary>What an element holds: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</summary>
    public static JsonObject State(JsonObject element, JsonNode? value)
    {
        var type = element["type"].AsString()!;
        var state = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "static_select" or "external_select" or "radio_buttons" or "overflow": state["selected_option"] = value is null ? null : Option(element, value); break;
            case "multi_static_select" or "checkboxes": state["selected_options"] = new JsonArray([.. (value as JsonArray ?? []).Select(chosen => Option(element, chosen!))]); break;
            case "users_select": state["selected_user"] = value?.DeepClone(); break;
            case "conversations_select": state["selected_conversation"] = value?.DeepClone(); break;
            case "channels_select": state["selected_channel"] = value?.DeepClone(); break;
            case "datepicker": state["selected_date"] = value?.DeepClone(); break;
            case "timepicker": state["selected_time"] = value?.DeepClone(); break;
            case "button" or "icon_button": if (element["value"] is { } own) state["value"] = own.DeepClone(); break;
            default: state["value"] = value?.DeepClone(); break;
        }

        return state;
    }

    private static JsonObject Option(JsonObject element, JsonNode value)
    {
        var options = element["options"].Objects().Concat(element["option_groups"].Objects().SelectMany(group => group["options"].Objects()));
        return (JsonObject)(options.FirstOrDefault(option => option["value"].AsString() == value.ToString()) ?? throw new InvalidOperationException($"\"{value}\" is no option of \"{element["action_id"]}\".")).DeepClone();
    }

    private JsonObject Common(string type, SimUser user) => new()
    {
        ["type"] = type,
        ["user"] = user.ToInteractionJson(),
        ["api_app_id"] = world.AppId,
        ["token"] = "verification-token",
        ["trigger_id"] = Trigger(user),
        ["team"] = world.Team.ToJson(),
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private string Trigger(SimUser user)
    {
        var id = $"{world.NextNumber()}.{world.NextNumber()}.{Guid.NewGuid():N}";
        world.Triggers.Add(id, new SimTrigger(id, user, faults.ExpiredTriggers ? world.Now : world.Now + TriggerLife));
        return id;
    }

    // The acknowledgement of a command may be its answer; one that Slack refuses is not shown.
    private void Respond(SimChannel channel, SimUser user, JsonObject? response)
    {
        if (response is not { Count: > 0 }) return;
        try
        {
            responseUrls.Respond(new SimResponseUrl(channel, user, null, world.Now), response);
        }
        catch (ApiException)
        {
            // The person is told that the command failed.
        }
    }

    private static JsonObject Channel(SimChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Kind == ChannelKind.Private ? "privategroup" : channel.Name };
}
