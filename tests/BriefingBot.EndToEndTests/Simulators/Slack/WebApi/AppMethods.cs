using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>Who the app is, where its socket is, and who people are.</summary>
internal sealed class AppMethods(World world, Func<string> openSocketUrl)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("api.test", Tier.Four, request => new JsonObject { ["args"] = request.Arguments.DeepClone() }),
        new("auth.test", Tier.Special, Test),
        new("apps.connections.open", Tier.Special, _ => new JsonObject { ["url"] = openSocketUrl() }, "connections:write") { TakesAppToken = true },
        new("users.info", Tier.Four, UserInfo, "users:read") { FormOnly = true },
    ];

    private JsonObject Test(ApiRequest request) => new()
    {
        ["url"] = $"https://{world.Team.Domain}.slack.com/",
        ["team"] = world.Team.Name,
        ["user"] = world.Bot.Name,
        ["team_id"] = world.Team.Id,
        ["user_id"] = world.Bot.Id,
        ["bot_id"] = world.BotId,
        ["is_enterprise_install"] = false,
    };

    private JsonObject UserInfo(ApiRequest request) =>
        new() { ["user"] = (world.User(request.Text("user")) ?? throw new ApiException("user_not_found")).ToJson(world.Team) };
}
