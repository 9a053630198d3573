using System.Text.Json.Serialization;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Alerts;

/// <summary>Somebody wants to be told when something arrives on a topic, or that answers a question.</summary>
/// <param name="Id">Short, for people to name it by.</param>
/// <param name="Place">Channel, thread or direct message that is told.</param>
/// <param name="By">Who made it.</param>
/// <param name="Since">When it was made.</param>
/// <param name="Wording">The topic or question, as one would ask for it.</param>
public sealed record Alert(string Id, ChatPlace Place, string By, DateTimeOffset Since, string Wording)
{
    /// <summary>Outlets as stored; empty for all that may be seen.</summary>
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    /// <summary>Nothing is watched for; what comes meanwhile is never told.</summary>
    public bool Paused { get; init; }

    /// <summary>Until then nothing is told; what comes meanwhile is told after it.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>The same for all wordings of one wish; a place has no two alerts with the same.</summary>
    [JsonIgnore]
    public string Key => string.Join('\n', [GapKey.Of(Wording), .. Sources.Order(StringComparer.Ordinal)]);

    internal static string NewId() => Subscription.NewId();
}

/// <summary>An alert that was made, changed or, where <paramref name="Removed"/>, ended.</summary>
public sealed record AlertChange(Alert Alert, bool Removed = false);
