using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

internal sealed class SimGuild(ulong id, string name, SimUser owner)
{
    public ulong Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>The role of those who may do everything.</summary>
    public ulong AdministratorsRole { get; } = id + 1;

    public List<SimChannel> Channels { get; } = [];

    /// <summary>Its administrators may offer commands to members whom the application did not mean them for (Server Settings, Integrations).</summary>
    public bool OffersEveryCommand { get; set; }

    public JsonObject ToJson(SimUser bot) => new()
    {
        ["id"] = Id.ToString(),
        ["name"] = Name,
        ["owner_id"] = owner.Id.ToString(),
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["application_id"] = null,
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["roles"] = new JsonArray(Role(Id, "@everyone", 0, "277025770560"), Role(AdministratorsRole, "chiefs", 1, "8")),
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["hub_type"] = null,
        ["incidents_data"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = "en-US",
        ["safety_alerts_channel_id"] = null,
        ["joined_at"] = "2020-01-01T00:00:00.000000+00:00",
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = 2,
        ["members"] = new JsonArray(BotMember(bot)),
        ["channels"] = new JsonArray([.. Channels.Where(channel => !channel.IsThread).Select(channel => channel.ToJson())]),
        ["threads"] = new JsonArray([.. Channels.Where(channel => channel.IsThread).Select(channel => channel.ToJson())]),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };

    private JsonObject BotMember(SimUser bot)
    {
        var member = bot.MemberJson(this);
        member["user"] = bot.ToJson();
        return member;
    }

    private static JsonObject Role(ulong id, string name, int position, string permissions) => new()
    {
        ["id"] = id.ToString(),
        ["name"] = name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["position"] = position,
        ["permissions"] = permissions,
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}
