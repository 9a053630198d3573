using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What a person reads and presses in a message of the bot.</summary>
internal static class DiscordShown
{
    /// <summary>Content, source cards and buttons.</summary>
    public static string Text(this SimMessage message) => $"{message.Content}\n{message.Embeds.ToJsonString(Readable)}\n{message.Components.ToJsonString(Readable)}";

    /// <summary>The custom id of the button with this label.</summary>
    public static string Button(this SimMessage message, string label) =>
        message.AllComponents.Single(component => component["label"].AsString() == label)["custom_id"].AsString()!;

    public static IEnumerable<string> Buttons(this SimMessage message) => message.AllComponents.Select(component => component["label"].AsString()).OfType<string>();

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
