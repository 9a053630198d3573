using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

internal sealed record SimUser(ulong Id, string Name, bool IsBot = false, bool IsAdministrator = false)
{
    /// <summary>A person may close direct messages; sending one then fails with 50007.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;

    public string Mention => $"<@{Id}>";

    /// <summary>What this member may do: everything, or what @everyone may.</summary>
    public string Permissions => IsAdministrator ? "2251799813685247" : "277025770560";

    public JsonObject ToJson() => new()
    {
        ["id"] = Id.ToString(),
        ["username"] = Name,
        ["discriminator"] = "0",
        ["global_name"] = IsBot ? null : Name,
        ["avatar"] = null,
        ["bot"] = IsBot,
        ["system"] = false,
        ["mfa_enabled"] = false,
        ["verified"] = true,
        ["email"] = null,
        ["flags"] = 0,
        ["public_flags"] = 0,
    };

    public JsonObject MemberJson(SimGuild guild, bool withPermissions = false)
    {
        var member = new JsonObject
        {
            ["roles"] = IsAdministrator ? new JsonArray(guild.AdministratorsRole.ToString()) : [],
            ["nick"] = null,
            ["avatar"] = null,
            ["joined_at"] = "2020-01-01T00:00:00.000000+00:00",
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };
        if (withPermissions) member["permissions"] = Permissions;
        return member;
    }
}
