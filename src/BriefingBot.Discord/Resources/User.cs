namespace BriefingBot.Discord.Resources;

/// <summary>https://discord.com/developers/docs/resources/user#user-object</summary>
public sealed record User
{
    public required Snowflake Id { get; init; }

    public string Username { get; init; } = "";

    /// <summary>The name people see; null where the person chose none.</summary>
    public string? GlobalName { get; init; }

    public bool? Bot { get; init; }
}
