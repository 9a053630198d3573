using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>Slack's official clients, and schemas generated from @slack/types and @slack/web-api.</summary>
internal static class NodeScript
{
    private static readonly NodeFolder Folder = new("Slack");

    public static Task<string> RunAsync(string script, JsonObject environment, params string[] arguments) => Folder.RunAsync(script, environment, arguments);

    public static Task<string> ValidateTrafficAsync(SlackSimulator simulator) => Folder.ValidateAsync(simulator.Journal);
}
