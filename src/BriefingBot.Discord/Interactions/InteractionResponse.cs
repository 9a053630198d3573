using System.Text.Json;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Interactions;

/// <summary>The first response to an interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object.</summary>
public sealed record InteractionResponse
{
    private InteractionResponse(int type, InteractionResponseData? data = null) => (Type, Data) = (type, data);

    /// <summary>Answers Discord's check of the endpoint.</summary>
    public static InteractionResponse Pong { get; } = new(1);

    /// <summary>The click was understood; an edit of its message may follow.</summary>
    public static InteractionResponse DeferUpdate { get; } = new(6);

    public int Type { get; }

    public InteractionResponseData? Data { get; }

    public static InteractionResponse Reply(MessageBody message) => new(4, InteractionResponseData.Of(message));

    /// <summary>Shows "thinking" until the original response is edited. Whether only the asker sees it is settled here, for good.</summary>
    public static InteractionResponse Defer(bool ephemeral) =>
        new(5, ephemeral ? new InteractionResponseData { Flags = MessageFlags.Ephemeral } : null);

    /// <param name="choices">At most 25, for the option that is being typed.</param>
    public static InteractionResponse Suggest(IReadOnlyList<CommandChoice> choices) => new(8, new InteractionResponseData { Choices = choices });

    /// <summary>Changes the message that the component is on.</summary>
    public static InteractionResponse Update(MessageBody message) => new(7, InteractionResponseData.Of(message));

    /// <param name="customId">Our name for it, 1 to 100 characters.</param>
    /// <param name="title">At most 45 characters.</param>
    /// <param name="components">1 to 5 rows or labels.</param>
    public static InteractionResponse Modal(string customId, string title, IReadOnlyList<Component> components) =>
        new(9, new InteractionResponseData { CustomId = customId, Title = title, Components = components });

    /// <summary>The body of an HTTP response.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Default.InteractionResponse);
}

/// <summary>A message or a modal.</summary>
public sealed record InteractionResponseData
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    internal static InteractionResponseData Of(MessageBody message) => new()
    {
        Content = message.Content,
        Embeds = message.Embeds,
        Components = message.Components,
        Flags = message.Flags,
        AllowedMentions = message.AllowedMentions,
    };
}
