using BriefingBot.Digests;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>A digest that comes by itself.</summary>
/// <param name="Id">Short, for people to name it by; see <see cref="NewId"/>.</param>
/// <param name="Place">The channel or direct message, never a thread.</param>
/// <param name="By">Who made it.</param>
/// <param name="Since">When it was made or resumed: slots before that are none of it.</param>
public sealed record Subscription(string Id, ChatPlace Place, string By, DateTimeOffset Since, DigestSchedule Schedule)
{
    /// <summary>As in <see cref="DigestRequest.Topic"/>.</summary>
    public string Topic { get; init => field = value ?? ""; } = "";

    /// <summary>Outlets as stored; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    public DigestLength Length { get; init; } = DigestLength.Brief;

    /// <summary>Says nothing where nothing is new.</summary>
    public bool SilentWhenEmpty { get; init; }

    public bool Paused { get; init; }

    /// <summary>The slot to be sent now, if it was not already; see <see cref="DigestSchedule.Due"/>.</summary>
    public DigestSlot? Due(DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset?>? quietUntil = null) => !Paused && Schedule.Due(now, quietUntil) is { } slot && slot.Due >= Since ? slot : null;

    /// <summary>Six letters and digits that are not mistaken for each other.</summary>
    internal static string NewId() => System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6);
}

/// <summary>A subscription that was made, changed or, where <paramref name="Removed"/>, ended.</summary>
public sealed record SubscriptionChange(Subscription Subscription, bool Removed = false);
