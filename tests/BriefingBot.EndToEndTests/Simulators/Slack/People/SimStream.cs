namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>A message that the bot writes while it is read; it ends when stopped, or by itself when its time is over.</summary>
internal sealed class SimStream(DateTimeOffset expiresAt)
{
    public DateTimeOffset ExpiresAt { get; set; } = expiresAt;

    /// <summary>When it was stopped; null for one that still runs or has expired.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    public bool IsOver { get; set; }

    /// <summary>What was appended, in order; start and stop count.</summary>
    public List<string> Parts { get; } = [];

    public bool Runs(DateTimeOffset now)
    {
        IsOver |= now >= ExpiresAt;
        return !IsOver;
    }
}

/// <summary>What stands under a thread while the app works, such as "is searching…"; empty when it was cleared.</summary>
internal sealed record SimStatus(SimChannel Channel, string ThreadTs, string Status, DateTimeOffset At, IReadOnlyList<string> LoadingMessages);

/// <summary>What an assistant thread offers to ask.</summary>
internal sealed record SimPrompts(SimChannel Channel, string? ThreadTs, string? Title, IReadOnlyList<(string Title, string Message)> Prompts);
