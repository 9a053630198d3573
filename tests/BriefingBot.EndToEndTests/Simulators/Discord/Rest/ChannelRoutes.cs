using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.Gateway;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>https://docs.discord.com/developers/resources/message and /resources/channel</summary>
internal sealed class ChannelRoutes(World world, Messages messages, GatewayServer gateway)
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    public IEnumerable<Route> All =>
    [
        new("GET", "channels/{channel}", request => RestReply.Ok(request.Channel(world).ToJson())),
        new("GET", "channels/{channel}/messages", List),
        new("POST", "channels/{channel}/messages", Create, Limit: 5, WindowSeconds: 5),
        new("GET", "channels/{channel}/messages/{message}", request => RestReply.Ok(Message(request).ToJson())),
        new("PATCH", "channels/{channel}/messages/{message}", Edit, Limit: 5, WindowSeconds: 5),
        new("DELETE", "channels/{channel}/messages/{message}", Delete, Limit: 5),
        new("POST", "channels/{channel}/messages/{message}/threads", OpenThread),
        new("POST", "channels/{channel}/typing", Type, Limit: 5, WindowSeconds: 5),
        new("POST", "users/@me/channels", OpenDirectMessage),
    ];

    private RestReply List(RestRequest request)
    {
        var limit = int.TryParse(request.Query["limit"], out var asked) ? asked : 50;
        if (limit is < 1 or > 100) throw new ApiException(400, 50035, "Invalid Form Body");
        var shown = request.Channel(world).Messages.Where(message => message is { IsDeleted: false, OnlyFor: null });
        if (ulong.TryParse(request.Query["after"], out var after)) shown = shown.Where(message => message.Id > after).Take(limit);
        if (ulong.TryParse(request.Query["before"], out var before)) shown = shown.Where(message => message.Id < before);
        return RestReply.Ok(new JsonArray([.. shown.Reverse().Take(limit).Select(message => message.ToJson())]));
    }

    private RestReply Create(RestRequest request)
    {
        var (channel, form) = (Writable(request), request.Form);
        var flags = (form["flags"].AsInt() ?? 0) & ~(SimMessage.Ephemeral | SimMessage.Loading);
        MessageRules.Check(form, flags, request.Files);
        if (channel.Recipient is { AcceptsDirectMessages: false }) throw new ApiException(403, 50007, "Cannot send messages to this user");
        if (form["enforce_nonce"].AsBool() == true && SameNonce(channel, form["nonce"]) is { } earlier) return RestReply.Ok(earlier.ToJson());
        return RestReply.Ok(messages.Post(channel, form, Referenced(form), flags: flags).ToJson());
    }

    private SimMessage? SameNonce(SimChannel channel, JsonNode? nonce) => nonce is null ? null
        : channel.Messages.FindLast(message => message.Author.Id == world.Bot.Id && message.Nonce?.ToString() == nonce.ToString() && world.Now - message.CreatedAt < NonceLife);

    private SimMessage? Referenced(JsonObject form)
    {
        if (form["message_reference"] is not JsonObject reference || (reference["type"].AsInt() ?? 0) != 0) return null;
        var parent = world.Channels.Values.SelectMany(channel => channel.Messages).FirstOrDefault(message => message.Id == reference["message_id"].AsId() && !message.IsDeleted);
        if (parent is not null || reference["fail_if_not_exists"].AsBool() == false) return parent;
        var errors = new FormErrors();
        errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        errors.ThrowIfAny();
        return null;
    }

    private RestReply Edit(RestRequest request)
    {
        var (message, form) = (Message(request), request.Form);
        if (message.Author.Id != world.Bot.Id) throw new ApiException(403, 50005, "Cannot edit a message authored by another user");
        MessageRules.Check(form, message.Flags | form["flags"].AsInt() ?? 0, request.Files, message);
        messages.Edit(message, form);
        return RestReply.Ok(message.ToJson());
    }

    private RestReply Delete(RestRequest request)
    {
        var message = Message(request);
        if (message.Author.Id != world.Bot.Id) throw ApiException.MissingPermissions;
        messages.Delete(message);
        return RestReply.NoContent;
    }

    private RestReply OpenThread(RestRequest request)
    {
        var (channel, message, errors) = (Writable(request), Message(request), new FormErrors());
        errors.Text(request.Form, "name", "", 1, 100, required: true);
        if (request.Form["auto_archive_duration"] is { } minutes && minutes.AsInt() is not (60 or 1440 or 4320 or 10080)) errors.Add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
        errors.ThrowIfAny();
        if (channel.IsThread || channel.IsDirect) throw new ApiException(400, 50024, "Cannot execute action on this channel type");
        if (message.Thread is not null) throw new ApiException(400, 160004, "A thread has already been created for this message");
        return new RestReply(201, AddThread(message, request.Form["name"].AsString()!).ToJson());
    }

    public SimChannel AddThread(SimMessage message, string name)
    {
        var thread = world.Add(new SimChannel(message.Id, name, message.Channel.Guild, message.Channel));
        message.Thread = thread;
        gateway.Dispatch("THREAD_CREATE", thread.Guild!.Id, session => session.Has(Intents.Guilds) ? Created(thread) : null);
        return thread;
    }

    private static JsonObject Created(SimChannel thread)
    {
        var json = thread.ToJson();
        json["newly_created"] = true;
        return json;
    }

    private RestReply Type(RestRequest request)
    {
        Writable(request);
        return RestReply.NoContent;
    }

    private RestReply OpenDirectMessage(RestRequest request)
    {
        var id = request.Form["recipient_id"].AsId() ?? throw ApiException.UnknownUser;
        var user = world.Users.Find(user => user.Id == id && !user.IsBot) ?? throw ApiException.UnknownUser;
        return RestReply.Ok(world.DirectMessage(user).ToJson());
    }

    private SimChannel Writable(RestRequest request)
    {
        var channel = request.Channel(world);
        return channel.BotMaySend ? channel : throw ApiException.MissingPermissions;
    }

    // An ephemeral message is reached through its interaction only.
    private SimMessage Message(RestRequest request) =>
        request.Channel(world).Find(request.Id("message")) is { OnlyFor: null } message ? message : throw ApiException.UnknownMessage;
}
