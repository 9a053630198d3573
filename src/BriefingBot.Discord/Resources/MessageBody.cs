using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Discord.Resources;

/// <summary>
/// A message to send or an edit of one. It cannot mention anyone: what is left out of an edit stays as it was, except
/// that mentions are forbidden again each time.
/// </summary>
public sealed record MessageBody
{
    /// <summary>Longest content, in UTF-16 code units at worst: https://discord.com/developers/docs/resources/message#create-message.</summary>
    public const int MaxContent = 2000;

    /// <summary>Longest <see cref="Nonce"/>.</summary>
    public const int MaxNonce = 25;

    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags? Flags { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>
    /// A name for this sending, at most <see cref="MaxNonce"/> characters, for a new message in a channel only: sending
    /// again with the same one within a few minutes returns the first message instead of a second.
    /// </summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce => Nonce is null ? null : true;

    /// <summary>https://discord.com/developers/docs/resources/message#allowed-mentions-object</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Part of the JSON.")]
    public AllowedMentions AllowedMentions => AllowedMentions.None;
}
