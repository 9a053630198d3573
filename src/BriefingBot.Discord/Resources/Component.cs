namespace BriefingBot.Discord.Resources;

/// <summary>
/// A button, menu, text or row, to send or as submitted; which members count depends on <see cref="Type"/>:
/// https://discord.com/developers/docs/components/reference.
/// </summary>
public sealed record Component
{
    public required ComponentType Type { get; init; }

    /// <summary>Our name for it, 1 to 100 characters, which comes back with the click.</summary>
    public string? CustomId { get; init; }

    /// <summary>Children of a row, section or container.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The one child of a label.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Child { get; init; }

    /// <summary>Beside the text of a section.</summary>
    public Component? Accessory { get; init; }

    /// <summary>Of a button 1 primary, 2 secondary, 3 success, 4 danger, 5 link; of a text input 1 a line, 2 a paragraph.</summary>
    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>Of a link button, which has no <see cref="CustomId"/>.</summary>
    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public Emoji? Emoji { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    /// <summary>Of a text input: what stands in it.</summary>
    public string? Value { get; init; }

    /// <summary>Of a menu in a modal: what was chosen.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Of a text display: Markdown.</summary>
    public string? Content { get; init; }

    /// <summary>Of a separator.</summary>
    public bool? Divider { get; init; }

    /// <summary>Of a container, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }
}

public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

public sealed record Emoji(string? Name, Snowflake? Id = null);
