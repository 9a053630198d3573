namespace BriefingBot.Slack.WebApi;

/// <summary>A channel or direct message: https://docs.slack.dev/reference/objects/conversation-object.</summary>
public sealed record Conversation(string Id)
{
    /// <summary>Null in direct messages.</summary>
    public string? Name { get; init; }

    /// <summary>A direct message with one person.</summary>
    public bool IsIm { get; init; }

    /// <summary>A direct message with several people.</summary>
    public bool IsMpim { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    public bool IsMember { get; init; }

    /// <summary>Shared with other organisations by Slack Connect.</summary>
    public bool IsExtShared { get; init; }

    /// <summary>Shared with other workspaces, of this organisation or another.</summary>
    public bool IsShared { get; init; }

    /// <summary>In a direct message: the other person.</summary>
    public string? User { get; init; }

    public string? ContextTeamId { get; init; }
}
