using System.Text.Json.Nodes;

namespace BriefingBot.Slack.WebApi;

/// <summary>
/// A message by the address that came with a command or click, which takes five within half an hour:
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.
/// </summary>
/// <param name="Text">As in <see cref="NewMessage"/>.</param>
public sealed record UrlResponse(string Text)
{
    public const string Ephemeral = "ephemeral";
    public const string InChannel = "in_channel";

    public JsonArray? Blocks { get; init; }

    /// <summary>Who sees it, <see cref="Ephemeral"/> or <see cref="InChannel"/>; Slack takes the former for none.</summary>
    public string? ResponseType { get; init; }

    /// <summary>Takes the place of the message that was clicked.</summary>
    public bool? ReplaceOriginal { get; init; }

    public bool? DeleteOriginal { get; init; }

    public string? ThreadTs { get; init; }
}
