using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

internal sealed record SimUser(string Id, string Name, SimTeam Team, bool IsBot = false, bool IsAdmin = false, bool IsGuest = false)
{
    public string Mention => $"<@{Id}>";

    /// <summary>https://docs.slack.dev/reference/objects/user-object; <paramref name="home"/> is the workspace that looks.</summary>
    public JsonObject ToJson(SimTeam home) => new()
    {
        ["id"] = Id,
        ["team_id"] = Team.Id,
        ["name"] = Name,
        ["deleted"] = false,
        ["color"] = "9f69e7",
        ["real_name"] = Name,
        ["tz"] = "Europe/Amsterdam",
        ["tz_label"] = "Central European Time",
        ["tz_offset"] = 3600,
        ["profile"] = new JsonObject { ["real_name"] = Name, ["display_name"] = Name, ["team"] = Team.Id },
        ["is_admin"] = IsAdmin,
        ["is_owner"] = IsAdmin,
        ["is_primary_owner"] = false,
        ["is_restricted"] = IsGuest,
        ["is_ultra_restricted"] = false,
        ["is_bot"] = IsBot,
        ["is_stranger"] = Team.Id != home.Id,
        ["is_app_user"] = false,
        ["updated"] = 1700000000,
    };

    /// <summary>The person as interaction payloads name them.</summary>
    public JsonObject ToInteractionJson() => new() { ["id"] = Id, ["username"] = Name, ["name"] = Name, ["team_id"] = Team.Id };
}
