namespace BriefingBot.Discord.Rendering;

/// <summary>Our buttons' names on Discord.</summary>
internal static class ButtonId
{
    private const string Prefix = "briefing:";

    public static string Of(string button) => Prefix + button;

    /// <summary>The id in the store; null for a component that is no such button.</summary>
    public static string? Read(string? customId) => customId?.StartsWith(Prefix, StringComparison.Ordinal) == true ? customId[Prefix.Length..] : null;
}
