using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>Who there is, and what they do.</summary>
internal sealed partial class SlackSimulator
{
    public SimUser AddUser(string name, bool isAdmin = false, bool isGuest = false, SimTeam? team = null)
    {
        lock (_world.Sync) return _world.AddUser(name, team ?? _world.Team, isAdmin: isAdmin, isGuest: isGuest);
    }

    /// <summary>Another company's workspace, for people who come in by Slack Connect.</summary>
    public SimTeam AddTeam(string name)
    {
        lock (_world.Sync) return new SimTeam(_world.NextId("T"), name);
    }

    /// <summary>A channel with everyone who exists so far and the bot, unless <paramref name="withBot"/> is false.</summary>
    public SimChannel AddChannel(string name, bool isPrivate = false, bool withBot = true, SimTeam? sharedWith = null)
    {
        lock (_world.Sync)
        {
            var channel = new SimChannel(_world.NextId("C"), name, isPrivate ? ChannelKind.Private : ChannelKind.Public, _world.Team) { BotIsMember = withBot, SharedWith = sharedWith };
            channel.Members.AddRange(_world.Users.Where(user => !user.IsBot));
            return _world.Add(channel);
        }
    }

    public SimChannel DirectMessage(SimUser user)
    {
        lock (_world.Sync) return _world.DirectMessage(user);
    }

    public void UserInvitesBot(SimChannel channel, SimUser user)
    {
        lock (_world.Sync)
        {
            channel.BotIsMember = true;
            Join(channel, user);
            _events.Send("member_joined_channel", new JsonObject { ["type"] = "member_joined_channel", ["user"] = _world.Bot.Id, ["channel"] = channel.Id, ["channel_type"] = channel.Kind == ChannelKind.Public ? "C" : "G", ["team"] = _world.Team.Id, ["inviter"] = user.Id }, channel);
        }
    }

    /// <param name="mention">Puts a mention of the bot before the text: the app then gets both a message and an app_mention event.</param>
    /// <param name="thread">Any message of the thread to answer in.</param>
    public SimMessage UserSays(SimChannel channel, SimUser user, string text, bool mention = false, SimMessage? thread = null, bool alsoToChannel = false)
    {
        lock (_world.Sync)
        {
            Join(channel, user);
            var said = mention ? $"{_world.Bot.Mention} {text}" : text;
            return _messages.Post(new SimMessage(_world.NextTs(), channel, user, _world.Now) { Text = said, Blocks = _messages.RichText(said), ThreadTs = thread?.ThreadTs ?? thread?.Ts, IsBroadcast = alsoToChannel });
        }
    }

    /// <summary>Shares a file, which the app hears of as a message. Slack puts links into angle brackets.</summary>
    public SimMessage UserDrops(SimChannel channel, SimUser user, string name, string content, string text = "", bool mention = false)
    {
        lock (_world.Sync)
        {
            Join(channel, user);
            var said = mention ? $"{_world.Bot.Mention} {text}" : text;
            var file = new SimFile(_world.NextId("F"), name, System.Text.Encoding.UTF8.GetBytes(content), channel);
            _world.Files.Add(file);
            return _messages.Post(new SimMessage(_world.NextTs(), channel, user, _world.Now) { Text = said, Blocks = _messages.RichText(said), Files = [file] });
        }
    }

    public void UserEdits(SimMessage message, string text)
    {
        lock (_world.Sync) _messages.Edit(message, text);
    }

    public void UserDeletes(SimMessage message)
    {
        lock (_world.Sync) _messages.Delete(message);
    }

    /// <param name="command">With its slash; the client knows those of the app's manifest only.</param>
    public SimDelivery UserRunsCommand(SimChannel channel, SimUser user, string command, string text = "")
    {
        if (!Settings.Commands.Contains(command)) throw new InvalidOperationException($"\"{command}\" is not a valid command.");
        lock (_world.Sync)
        {
            Join(channel, user);
            return Deliver(_interactions.Command(channel, user, command, text));
        }
    }

    /// <summary>Presses a button or an icon button of a message.</summary>
    public SimDelivery UserClicks(SimMessage message, SimUser user, string actionId) => Act(message, user, actionId, value: null);

    /// <summary>Presses one of the two feedback buttons.</summary>
    public SimDelivery UserGivesFeedback(SimMessage message, SimUser user, string actionId, bool positive)
    {
        var pressed = Element(message.Elements, actionId)[positive ? "positive_button" : "negative_button"]!;
        return Act(message, user, actionId, pressed["value"], pressed["text"]);
    }

    /// <summary>Chooses from a menu of a message.</summary>
    public SimDelivery UserSelects(SimMessage message, SimUser user, string actionId, JsonNode value) => Act(message, user, actionId, value);

    /// <summary>Presses a button, or chooses, in a modal or on the Home tab.</summary>
    public SimDelivery UserClicks(SimView view, string actionId, JsonNode? value = null)
    {
        lock (_world.Sync) return Deliver(_interactions.BlockActions(view, view.User, _interactions.Action(view.View["blocks"], Element(view.Elements, actionId), value)));
    }

    /// <summary>Runs a message shortcut of the app's manifest.</summary>
    public SimDelivery UserUsesShortcut(SimMessage message, SimUser user, string callbackId)
    {
        lock (_world.Sync) return Deliver(_interactions.MessageShortcut(message, user, Known(callbackId)));
    }

    public SimDelivery UserUsesGlobalShortcut(SimUser user, string callbackId)
    {
        lock (_world.Sync) return Deliver(_interactions.GlobalShortcut(user, Known(callbackId)));
    }

    /// <summary>Fills a modal, by action id, and submits it. Fields that are not named stay empty.</summary>
    public SimDelivery UserSubmitsView(SimView view, params IEnumerable<(string ActionId, JsonNode Value)> inputs)
    {
        var filled = inputs.ToDictionary(input => input.ActionId, input => input.Value);
        lock (_world.Sync)
        {
            if (!view.IsOpen) throw new InvalidOperationException("The view is not open.");
            var state = new JsonObject();
            foreach (var block in view.View["blocks"].Objects().Where(block => block["type"].AsString() == "input"))
            {
                var element = (JsonObject)block["element"]!;
                var id = element["action_id"].AsString()!;
                if (!filled.Remove(id, out var value) && element["initial_value"] is null && element["initial_option"] is null && block["optional"].AsBool() != true) throw new InvalidOperationException($"The field \"{id}\" is required.");
                state[block["block_id"].AsString()!] = new JsonObject { [id] = Interactions.State(element, value ?? element["initial_value"] ?? element["initial_option"]?["value"]) };
            }

            if (filled.Count > 0) throw new InvalidOperationException($"The view has no field \"{filled.First().Key}\".");
            return Deliver(_interactions.ViewSubmission(view, view.User, state));
        }
    }

    /// <summary>Closes a modal; the app hears of it only where it asked to.</summary>
    public SimDelivery? UserClosesView(SimView view)
    {
        lock (_world.Sync)
        {
            view.IsOpen = false;
            return view.View["notify_on_close"].AsBool() == true ? Deliver(_interactions.ViewClosed(view, view.User, all: false)) : null;
        }
    }

    public void UserOpensHome(SimUser user, string tab = "home")
    {
        lock (_world.Sync)
        {
            var opened = new JsonObject { ["type"] = "app_home_opened", ["user"] = user.Id, ["channel"] = _world.DirectMessage(user).Id, ["tab"] = tab };
            if (tab == "home" && _world.Homes.GetValueOrDefault(user.Id) is { } home) opened["view"] = home.ToJson(_world);
            _events.Send("app_home_opened", opened);
        }
    }

    /// <summary>Opens a new thread with the app beside what the person looks at. Answer in it with <see cref="UserSays"/>.</summary>
    public SimMessage UserOpensAssistant(SimUser user, SimChannel? lookingAt = null)
    {
        lock (_world.Sync)
        {
            var root = new SimMessage(_world.NextTs(), _world.DirectMessage(user), _world.Bot, _world.Now) { Text = "New Assistant Thread" };
            root.Channel.Messages.Add(root);
            Assistant("assistant_thread_started", root, user, lookingAt);
            return root;
        }
    }

    /// <summary>Looks at another channel with the assistant's thread still open.</summary>
    public void UserLooksAt(SimMessage assistantThread, SimChannel channel)
    {
        lock (_world.Sync) Assistant("assistant_thread_context_changed", assistantThread, assistantThread.Channel.With!, channel);
    }

    private void Assistant(string type, SimMessage root, SimUser user, SimChannel? lookingAt)
    {
        var context = lookingAt is null ? new JsonObject() : new JsonObject { ["channel_id"] = lookingAt.Id, ["team_id"] = _world.Team.Id, ["enterprise_id"] = null };
        var thread = new JsonObject { ["user_id"] = user.Id, ["context"] = context, ["channel_id"] = root.Channel.Id, ["thread_ts"] = root.Ts };
        _events.Send(type, new JsonObject { ["type"] = type, ["assistant_thread"] = thread });
    }

    private SimDelivery Act(SimMessage message, SimUser user, string actionId, JsonNode? value, JsonNode? text = null)
    {
        lock (_world.Sync)
        {
            if (!message.IsVisibleTo(user)) throw new InvalidOperationException($"{user.Name} does not see this message.");
            Join(message.Channel, user);
            return Deliver(_interactions.BlockActions(message, user, _interactions.Action(message.Blocks, Element(message.Elements, actionId), value, text)));
        }
    }

    private SimDelivery Deliver(SimDelivery delivery)
    {
        _courier.Deliver(delivery);
        return delivery;
    }

    private static void Join(SimChannel channel, SimUser user)
    {
        if (!channel.Members.Contains(user)) channel.Members.Add(user);
    }

    private static JsonObject Element(IEnumerable<JsonObject> elements, string actionId) =>
        elements.FirstOrDefault(element => element["action_id"].AsString() == actionId) ?? throw new InvalidOperationException($"There is no element \"{actionId}\".");

    private string Known(string callbackId) => Settings.Shortcuts.Contains(callbackId) ? callbackId : throw new InvalidOperationException($"\"{callbackId}\" is no shortcut of this app.");
}
