namespace BriefingBot.Discord.Resources;

/// <summary>What its members may do in a server: https://discord.com/developers/docs/topics/permissions#role-object.</summary>
public sealed record Role
{
    /// <summary>That of @everyone is the server's.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Bit set in decimal.</summary>
    public string? Permissions { get; init; }
}
