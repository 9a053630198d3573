using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>A command run, a click or a submitted form, and what the bot made of it.</summary>
internal sealed class SimInteraction(ulong id, int type, SimUser user, SimChannel channel, JsonObject data, ulong applicationId, DateTimeOffset at)
{
    public static readonly TimeSpan ResponseTime = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public ulong Id { get; } = id;

    public string Token { get; } = $"aW50ZXJhY3Rpb246{id}simulated";

    /// <summary>2 command, 3 component, 4 autocomplete, 5 modal.</summary>
    public int Type { get; } = type;

    public SimUser User { get; } = user;

    public SimChannel Channel { get; } = channel;

    public ulong ApplicationId { get; } = applicationId;

    public DateTimeOffset CreatedAt { get; } = at;

    /// <summary>The message whose component was used.</summary>
    public SimMessage? Source { get; init; }

    /// <summary>The callback type of the first response; null while the person still waits.</summary>
    public int? ResponseType { get; set; }

    public DateTimeOffset? RespondedAt { get; set; }

    /// <summary>The reply, or the source message where the response was an update of it.</summary>
    public SimMessage? Original { get; set; }

    public JsonObject? Modal { get; set; }

    public JsonArray? Choices { get; set; }

    public JsonObject Owners() => Channel.Guild is { } guild ? new JsonObject { ["0"] = guild.Id.ToString() } : new JsonObject { ["0"] = "0" };

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToString(),
            ["application_id"] = ApplicationId.ToString(),
            ["type"] = Type,
            ["token"] = Token,
            ["version"] = 1,
            ["data"] = data.DeepClone(),
            ["channel_id"] = Channel.Id.ToString(),
            ["channel"] = Channel.ToJson(),
            ["locale"] = "en-US",
            ["app_permissions"] = "2222085186637376",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(),
            ["context"] = Channel.IsDirect ? 1 : 0,
            ["attachment_size_limit"] = 10_485_760,
        };
        if (Channel.Guild is { } guild) AddMember(json, guild);
        else json["user"] = User.ToJson();
        if (Source is not null) json["message"] = Source.ToJson();
        return json;
    }

    private void AddMember(JsonObject json, SimGuild guild)
    {
        var member = User.MemberJson(guild, withPermissions: true);
        member["user"] = User.ToJson();
        (json["member"], json["guild_id"], json["guild_locale"]) = (member, guild.Id.ToString(), "en-US");
        json["guild"] = new JsonObject { ["id"] = guild.Id.ToString(), ["locale"] = "en-US", ["features"] = new JsonArray() };
    }
}
