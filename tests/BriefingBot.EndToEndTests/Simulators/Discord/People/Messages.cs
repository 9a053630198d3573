using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>Posts, changes and removes messages, and tells the sessions that may know.</summary>
internal sealed class Messages(World world, GatewayServer gateway)
{
    public SimMessage Post(SimMessage message)
    {
        message.Channel.Messages.Add(message);
        Dispatch("MESSAGE_CREATE", message);
        return message;
    }

    /// <summary>A message by the bot, from a form that the rules accepted.</summary>
    public SimMessage Post(SimChannel channel, JsonObject form, SimMessage? repliesTo = null, SimInteraction? interaction = null, int flags = 0)
    {
        var message = new SimMessage(world.NextId(), channel, world.Bot, world.Now) { Flags = flags, RepliesTo = repliesTo, Interaction = interaction, Nonce = form["nonce"]?.DeepClone() };
        Fill(message, form, notifies: true);
        return Post(message);
    }

    public void Edit(SimMessage message, JsonObject form)
    {
        var first = message.IsLoading;
        message.Edits.Add(world.Now);
        if (form.ContainsKey("content")) message.EarlierContents.Add(message.Content);
        var flags = form["flags"].AsInt() ?? 0;
        message.Flags = message.Flags & ~SimMessage.Loading | flags & SimMessage.ComponentsV2;
        Fill(message, form, notifies: first);
        Dispatch("MESSAGE_UPDATE", message);
    }

    public void Delete(SimMessage message)
    {
        message.IsDeleted = true;
        if (message.OnlyFor is not null) return;
        gateway.Dispatch("MESSAGE_DELETE", message.Channel.Guild?.Id, session => !Wants(session, message) ? null : WithGuild(message, new JsonObject { ["id"] = message.Id.ToString(), ["channel_id"] = message.Channel.Id.ToString() }));
    }

    private static void Fill(SimMessage message, JsonObject form, bool notifies)
    {
        if (form.ContainsKey("content")) message.Content = form["content"]?.ToString() ?? "";
        if (form.ContainsKey("embeds")) message.Embeds = form["embeds"]?.DeepClone() as JsonArray ?? [];
        if (form.ContainsKey("components")) message.Components = form["components"]?.DeepClone() as JsonArray ?? [];
        foreach (var embed in message.Embeds.OfType<JsonObject>()) embed["type"] ??= "rich";

        // An edit can add mentions to the text, but it notifies nobody again; filling a deferred reply is its first showing.
        if (message.OnlyFor is null && notifies) message.Pings.AddRange(Pings.Of(message, form["allowed_mentions"] as JsonObject));
    }

    private void Dispatch(string type, SimMessage message)
    {
        if (message.OnlyFor is not null || message.IsLoading) return;
        gateway.Dispatch(type, message.Channel.Guild?.Id, session => Wants(session, message) ? View(session, message) : null);
    }

    private static bool Wants(GatewaySession session, SimMessage message) =>
        message.Channel.BotMayView && session.Has(message.Channel.IsDirect ? Intents.DirectMessages : Intents.GuildMessages);

    // https://docs.discord.com/developers/events/gateway#message-content-intent
    private JsonObject View(GatewaySession session, SimMessage message)
    {
        var mentions = Mentioned(message);
        var open = session.Has(Intents.MessageContent) || message.Channel.IsDirect || message.Author.Id == world.Bot.Id || mentions.Contains(world.Bot);
        var json = WithGuild(message, message.ToJson(open, mentions));
        if (message.Channel.Guild is { } guild) json["member"] = message.Author.MemberJson(guild);
        json["channel_type"] = message.Channel.ToJson()["type"]!.DeepClone();
        return json;
    }

    private List<SimUser> Mentioned(SimMessage message) => [.. world.Users.Where(user => message.Pings.Contains(user.Id.ToString()) || message.Content.Contains(user.Mention, StringComparison.Ordinal))];

    private static JsonObject WithGuild(SimMessage message, JsonObject json)
    {
        if (message.Channel.Guild is { } guild) json["guild_id"] = guild.Id.ToString();
        return json;
    }
}
