using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>A text channel, a thread or a direct message with the bot.</summary>
internal sealed class SimChannel(ulong id, string name, SimGuild? guild, SimChannel? parent = null, SimUser? recipient = null)
{
    public ulong Id { get; } = id;

    public string Name { get; } = name;

    public SimGuild? Guild { get; } = guild;

    public SimChannel? Parent { get; } = parent;

    /// <summary>The other person of a direct message.</summary>
    public SimUser? Recipient { get; } = recipient;

    public bool IsThread => Parent is not null;

    public bool IsDirect => Recipient is not null;

    /// <summary>Without it the channel does not exist for the bot (50001).</summary>
    public bool BotMayView { get; set; } = true;

    /// <summary>Without it every send fails with 50013.</summary>
    public bool BotMaySend { get; set; } = true;

    public List<SimMessage> Messages { get; } = [];

    public SimMessage? Find(ulong id) => Messages.Find(message => message.Id == id && !message.IsDeleted);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id.ToString(), ["type"] = IsDirect ? 1 : IsThread ? 11 : 0, ["last_message_id"] = null, ["flags"] = 0 };
        if (Recipient is not null)
        {
            json["recipients"] = new JsonArray(Recipient.ToJson());
            return json;
        }

        (json["name"], json["guild_id"], json["parent_id"], json["rate_limit_per_user"]) = (Name, Guild!.Id.ToString(), Parent?.Id.ToString(), 0);
        if (IsThread) AddThread(json);
        else (json["position"], json["permission_overwrites"], json["topic"], json["nsfw"]) = (0, new JsonArray(), null, false);
        return json;
    }

    private void AddThread(JsonObject json)
    {
        (json["owner_id"], json["message_count"], json["member_count"], json["total_message_sent"]) = ("0", Messages.Count, 1, Messages.Count);
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = false,
            ["auto_archive_duration"] = 1440,
            ["archive_timestamp"] = "2020-01-01T00:00:00.000000+00:00",
            ["locked"] = false,
            ["create_timestamp"] = "2020-01-01T00:00:00.000000+00:00",
        };
    }
}
