using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BriefingBot.Discord.Gateway;

/// <summary>Gives an event its type. What is unknown stays raw; what is malformed, too, so that one odd event cannot end a session.</summary>
internal static class DispatchReader
{
    public static Dispatch Read(Shard shard, string name, JsonElement data, out JsonException? malformed)
    {
        malformed = null;
        try
        {
            return Known(shard, name, data) ?? new OtherDispatch(shard, name, data);
        }
        catch (JsonException e)
        {
            malformed = e;
            return new OtherDispatch(shard, name, data);
        }
    }

    private static Dispatch? Known(Shard shard, string name, JsonElement data) => name switch
    {
        "READY" => new SessionStarted(shard, name, data, As(data, DiscordJson.Default.Ready)),
        "RESUMED" => new SessionResumed(shard, name, data),
        "MESSAGE_CREATE" => new MessageCreated(shard, name, data, As(data, DiscordJson.Default.Message)),
        "INTERACTION_CREATE" => new InteractionCreated(shard, name, data, As(data, DiscordJson.Default.Interaction)),
        "GUILD_CREATE" => new GuildCreated(shard, name, data, As(data, DiscordJson.Default.Guild)),
        "GUILD_DELETE" => new GuildDeleted(shard, name, data, As(data, DiscordJson.Default.Guild)),
        "CHANNEL_CREATE" or "THREAD_CREATE" => OfChannel(shard, name, data, Change.Created),
        "CHANNEL_UPDATE" or "THREAD_UPDATE" => OfChannel(shard, name, data, Change.Updated),
        "CHANNEL_DELETE" or "THREAD_DELETE" => OfChannel(shard, name, data, Change.Deleted),
        _ => null,
    };

    private static ChannelChanged OfChannel(Shard shard, string name, JsonElement data, Change change) =>
        new(shard, name, data, As(data, DiscordJson.Default.Channel), change);

    private static T As<T>(JsonElement data, JsonTypeInfo<T> type) => data.Deserialize(type) ?? throw new JsonException("The event has no data.");
}
