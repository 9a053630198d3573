using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>What people do, and what they see.</summary>
internal sealed partial class DiscordSimulator
{
    private readonly List<Task> _deliveries = [];

    public SimUser Bot => _world.Bot;

    /// <summary>Interactions whose person was told "The application did not respond".</summary>
    public IReadOnlyList<SimInteraction> Unanswered
    {
        get { lock (_world.Sync) return [.. _world.Interactions.Values.Where(interaction => interaction.ResponseType is null && _world.Now - interaction.CreatedAt > SimInteraction.ResponseTime)]; }
    }

    public IReadOnlyList<SimInteraction> Interactions
    {
        get { lock (_world.Sync) return [.. _world.Interactions.Values]; }
    }

    /// <summary>All messages by the bot that notified someone.</summary>
    public IReadOnlyList<SimMessage> PingingMessages
    {
        get { lock (_world.Sync) return [.. _world.Channels.Values.SelectMany(channel => channel.Messages).Where(message => message.Author.Id == _world.Bot.Id && message.Pings.Count > 0)]; }
    }

    public IReadOnlyList<JsonObject> Commands
    {
        get { lock (_world.Sync) return [.. _world.GlobalCommands, .. _world.GuildCommands.Values.SelectMany(list => list)]; }
    }

    public SimUser AddUser(string name, bool isAdministrator = false)
    {
        lock (_world.Sync) return _world.AddUser(name, isAdministrator: isAdministrator);
    }

    public SimGuild AddGuild(string name = "Newsroom", ulong? id = null)
    {
        lock (_world.Sync)
        {
            var guild = new SimGuild(id ?? _world.NextId(), name, _world.Users.FirstOrDefault(user => !user.IsBot) ?? _world.AddUser("owner", isAdministrator: true));
            _world.Guilds.Add(guild);
            _gateway.Dispatch("GUILD_CREATE", guild.Id, session => session.Has(Intents.Guilds) ? guild.ToJson(_world.Bot) : null);
            return guild;
        }
    }

    public SimChannel AddChannel(SimGuild guild, string name)
    {
        lock (_world.Sync)
        {
            var channel = _world.Add(new SimChannel(_world.NextId(), name, guild));
            _gateway.Dispatch("CHANNEL_CREATE", guild.Id, session => session.Has(Intents.Guilds) ? channel.ToJson() : null);
            return channel;
        }
    }

    public SimChannel? Channel(ulong? id)
    {
        lock (_world.Sync) return _world.Channels.GetValueOrDefault(id ?? 0);
    }

    public SimUser? User(ulong? id)
    {
        lock (_world.Sync) return _world.Users.Find(user => user.Id == id);
    }

    public SimChannel DirectMessage(SimUser user)
    {
        lock (_world.Sync) return _world.DirectMessage(user);
    }

    public SimChannel UserOpensThread(SimMessage message, string name)
    {
        lock (_world.Sync) return _channels.AddThread(message, name);
    }

    /// <param name="mention">Puts a mention of the bot before the text.</param>
    public SimMessage UserSays(SimChannel channel, SimUser user, string text, bool mention = false) => Say(channel, user, mention ? $"{_world.Bot.Mention} {text}" : text, null, ping: false);

    /// <summary>Sends a message with a file.</summary>
    /// <param name="mention">Puts a mention of the bot before the text.</param>
    public SimMessage UserDrops(SimChannel channel, SimUser user, string name, string content, string text = "", bool mention = false)
    {
        lock (_world.Sync)
        {
            return _messages.Post(new SimMessage(_world.NextId(), channel, user, _world.Now)
            {
                Content = mention ? $"{_world.Bot.Mention} {text}" : text,
                Attachments = [Upload(name, content)],
                Nonce = _world.NextId().ToString(),
            });
        }
    }

    /// <summary>Uploads a file, for an option of a command that takes one by its id.</summary>
    public SimAttachment Upload(string name, string content)
    {
        lock (_world.Sync)
        {
            var file = new SimAttachment(_world.NextId(), name, System.Text.Encoding.UTF8.GetBytes(content), FilesUrl);
            _world.Attachments.Add(file);
            return file;
        }
    }

    /// <param name="ping">Discord's own switch at a reply; on by default there, too.</param>
    public SimMessage UserReplies(SimMessage message, SimUser user, string text, bool ping = true) => Say(message.Channel, user, text, message, ping);

    /// <summary>Runs a registered slash command, as the client lets this person here.</summary>
    /// <param name="name">The command, with its sub-command after a space where it has one.</param>
    public SimInteraction UserRunsCommand(SimChannel channel, SimUser user, string name, params IEnumerable<(string Name, JsonNode Value)> options)
    {
        var words = name.Split(' ');
        var command = Command(channel, user, words[0], type: 1);
        var data = CommandData(command);
        if (channel.Guild is { } guild && command["guild_id"] is not null) data["guild_id"] = guild.Id.ToString();
        data["options"] = CommandOptions.Of(command, words[1..], options);
        lock (_world.Sync)
        {
            var files = CommandOptions.Files(data["options"]).Select(id => _world.Attachments.Find(file => file.Id.ToString() == id) ?? throw new InvalidOperationException($"No file {id} was uploaded."));
            var resolved = new JsonObject(files.Select(file => KeyValuePair.Create(file.Id.ToString(), (JsonNode?)file.ToJson())));
            if (resolved.Count > 0) data["resolved"] = new JsonObject { ["attachments"] = resolved };
        }

        return Deliver(2, user, channel, data);
    }

    /// <summary>Types into a command's option that completes.</summary>
    public SimInteraction UserTypes(SimChannel channel, SimUser user, string name, string option, string text)
    {
        var command = Command(channel, user, name, type: 1);
        var data = CommandData(command);
        data["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = text, ["focused"] = true });
        return Deliver(4, user, channel, data);
    }

    /// <summary>Runs a registered command from a message's context menu.</summary>
    public SimInteraction UserRunsMessageCommand(SimMessage message, SimUser user, string name)
    {
        var data = CommandData(Command(message.Channel, user, name, type: 3));
        data["target_id"] = message.Id.ToString();
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [message.Id.ToString()] = message.ToJson() } };
        return Deliver(2, user, message.Channel, data);
    }

    public SimInteraction UserClicks(SimMessage message, SimUser user, string customId)
    {
        Usable(message, user, customId);
        return Deliver(3, user, message.Channel, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = 1 }, message);
    }

    public SimInteraction UserSelects(SimMessage message, SimUser user, string customId, params string[] values)
    {
        var select = Usable(message, user, customId);
        return Deliver(3, user, message.Channel, new JsonObject { ["custom_id"] = customId, ["component_type"] = select["type"]!.DeepClone(), ["id"] = 1, ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) }, message);
    }

    /// <summary>Fills the form that <paramref name="opened"/> brought.</summary>
    public SimInteraction UserSubmits(SimInteraction opened, params IEnumerable<(string CustomId, string Value)> inputs)
    {
        var rows = inputs.Select(input => new JsonObject { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = input.CustomId, ["value"] = input.Value }) });
        var modal = opened.Modal ?? throw new InvalidOperationException("No form was opened.");
        return Deliver(5, opened.User, opened.Channel, new JsonObject { ["custom_id"] = modal["custom_id"]!.DeepClone(), ["components"] = new JsonArray([.. rows]) }, opened.Source);
    }

    /// <summary>The channel as this person sees it, or as anyone does.</summary>
    public IReadOnlyList<SimMessage> MessagesIn(SimChannel channel, SimUser? asSeenBy = null)
    {
        lock (_world.Sync) return [.. channel.Messages.Where(message => asSeenBy is null ? message is { IsDeleted: false, OnlyFor: null } : message.IsVisibleTo(asSeenBy))];
    }

    /// <summary>The bot's finished messages as this person sees them.</summary>
    public IReadOnlyList<SimMessage> Answers(SimChannel channel, SimUser? asSeenBy = null) => [.. MessagesIn(channel, asSeenBy).Where(message => message.Author.Id == _world.Bot.Id && !message.IsLoading)];

    /// <summary>The shortest time between two changes of the message, its posting included.</summary>
    public TimeSpan FastestEdit(SimMessage message)
    {
        lock (_world.Sync)
        {
            var times = message.Edits.Prepend(message.CreatedAt).ToList();
            return times.Count < 2 ? TimeSpan.MaxValue : times.Zip(times.Skip(1), (before, after) => after - before).Min();
        }
    }

    private Task[] Deliveries
    {
        get { lock (_world.Sync) return [.. _deliveries]; }
    }

    private SimMessage Say(SimChannel channel, SimUser user, string text, SimMessage? repliesTo, bool ping)
    {
        lock (_world.Sync)
        {
            var message = new SimMessage(_world.NextId(), channel, user, _world.Now) { Content = text, RepliesTo = repliesTo, Nonce = _world.NextId().ToString() };
            if (repliesTo is not null && ping) message.Pings.Add(repliesTo.Author.Id.ToString());
            return _messages.Post(message);
        }
    }

    private JsonObject Command(SimChannel channel, SimUser user, string name, int type)
    {
        lock (_world.Sync)
        {
            var here = _world.GlobalCommands.Concat(channel.Guild is { } guild ? _world.GuildCommands.GetValueOrDefault(guild.Id, []) : []);
            var command = here.FirstOrDefault(command => CommandRules.TypeOf(command) == type && command["name"].AsString() == name) ?? throw new InvalidOperationException($"No command \"{name}\" is registered here.");
            if (command["contexts"] is JsonArray contexts && !contexts.Any(context => context.AsInt() == (channel.IsDirect ? 1 : 0))) throw new InvalidOperationException($"\"{name}\" is not offered in this context.");
            if (channel.Guild is { OffersEveryCommand: false } && command["default_member_permissions"] is not null && !user.IsAdministrator) throw new InvalidOperationException($"\"{name}\" is not offered to {user.Name}.");
            return command;
        }
    }

    private static JsonObject CommandData(JsonObject command) => new() { ["id"] = command["id"]!.DeepClone(), ["name"] = command["name"]!.DeepClone(), ["type"] = command["type"]!.DeepClone() };

    private static JsonObject Usable(SimMessage message, SimUser user, string customId)
    {
        if (!message.IsVisibleTo(user)) throw new InvalidOperationException($"{user.Name} does not see this message.");
        var component = message.AllComponents.FirstOrDefault(component => component["custom_id"].AsString() == customId) ?? throw new InvalidOperationException($"The message has no component \"{customId}\".");
        return component["disabled"].AsBool() == true ? throw new InvalidOperationException($"\"{customId}\" is disabled.") : component;
    }

    private SimInteraction Deliver(int type, SimUser user, SimChannel channel, JsonObject data, SimMessage? source = null)
    {
        lock (_world.Sync)
        {
            var interaction = new SimInteraction(_world.NextId(), type, user, channel, data, _world.Bot.Id, _world.Now) { Source = source };
            _world.Interactions.Add(interaction.Id, interaction);
            if (Endpoint.Url is not null) _deliveries.Add(Endpoint.DeliverAsync(interaction));
            else _gateway.Dispatch("INTERACTION_CREATE", channel.Guild?.Id, _ => interaction.ToJson());
            return interaction;
        }
    }
}
