using System.Text.Json.Serialization;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Chat.Inbox;

/// <summary>Something a person wants of the bot, as a platform delivered it.</summary>
public sealed record IncomingMessage
{
    /// <summary>
    /// The same for every delivery of the same event and for no other: platforms deliver again after reconnects and
    /// missed acknowledgements, and some report one mention as two events. Starts with the platform's name; a digest's that is due, with "digest:", an alert's with "alert:".
    /// </summary>
    public required string EventKey { get; init; }

    public required ChatPlace Place { get; init; }

    /// <summary>The platform's id of the person.</summary>
    public required string User { get; init; }

    public required ChatRequest Request { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether the platform says that this person may administer the channel.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>The id of the message of ours that this one replies to; empty when it replies to none.</summary>
    public string RepliesTo { get; init; } = "";

    /// <summary>What the adapter needs for replying; the core only stores it and hands it back. Empty where nobody has asked: the reply goes into the place.</summary>
    public string Payload { get; init; } = "";

    /// <summary>When <see cref="Payload"/> no longer serves for replying; null when it always does.</summary>
    public DateTimeOffset? PayloadExpires { get; init; }

    /// <summary>
    /// What a follow-up is understood in. A thread is one conversation; in a channel, each person has their own, since
    /// what somebody else asks in between must not change what a question means. What is private is never shared.
    /// </summary>
    [JsonIgnore]
    public string Conversation => string.Join('\n', Place.Platform, Place.Workspace, Place.Channel, Place.Thread,
        Place.Thread.Length == 0 || Request.IsPrivate ? User : "", Request.IsPrivate ? "private" : "");
}
