namespace BriefingBot.Discord.Resources;

/// <summary>A file of a message: https://discord.com/developers/docs/resources/message#attachment-object.</summary>
public sealed record Attachment
{
    public required Snowflake Id { get; init; }

    /// <summary>Foreign text.</summary>
    public string Filename { get; init => field = value ?? ""; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>On Discord's own host, signed; it works for about a day.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    public string? ContentType { get; init; }
}
