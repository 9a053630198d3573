namespace BriefingBot.Discord.Resources;

/// <summary>A card below a message: https://discord.com/developers/docs/resources/message#embed-object.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

public sealed record EmbedFooter(string Text);

public sealed record EmbedAuthor(string Name, string? Url = null);

public sealed record EmbedField(string Name, string Value, bool Inline = false);
