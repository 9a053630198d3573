using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>Discord's official clients, and schemas generated from discord-api-types.</summary>
internal static class NodeScript
{
    private static readonly NodeFolder Folder = new("Discord");

    public static Task<string> RunAsync(string script, JsonObject environment, params string[] arguments) => Folder.RunAsync(script, environment, arguments);

    public static Task<string> ValidateTrafficAsync(DiscordSimulator simulator) => Folder.ValidateAsync(simulator.Journal);
}
