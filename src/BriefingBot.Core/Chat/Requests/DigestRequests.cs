using BriefingBot.Digests;

namespace BriefingBot.Chat.Requests;

/// <summary>Asks for the last day's news.</summary>
/// <param name="Topic">Empty for everything.</param>
public sealed record DigestNowRequest(string Topic = "", DigestLength Length = DigestLength.Brief) : ChatRequest;

/// <summary>Asks for a digest that comes by itself. All as the person wrote it.</summary>
/// <param name="Time">"08:00".</param>
/// <param name="Zone">An IANA name or a city; empty for the channel's, the person's own or the configured one.</param>
/// <param name="Days">As in <see cref="Subscriptions.DayNames"/>.</param>
/// <param name="SilentWhenEmpty">Says nothing where nothing is new.</param>
public sealed record SubscribeRequest(
    string Time, string Zone = "", string Days = "", string Topic = "", IReadOnlyList<string>? Sources = null, DigestLength Length = DigestLength.Brief, bool SilentWhenEmpty = false) : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;
}

/// <summary>Changes what is named of a subscription; what is null stays as it is. All as the person wrote it, as in <see cref="SubscribeRequest"/>.</summary>
/// <param name="Id">Which one; empty where there is only one.</param>
/// <param name="Topic">Empty for everything.</param>
/// <param name="Sources">Empty for all.</param>
public sealed record EditSubscriptionRequest(
    string Id, string? Time = null, string? Zone = null, string? Days = null, string? Topic = null, IReadOnlyList<string>? Sources = null, DigestLength? Length = null, bool? SilentWhenEmpty = null) : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;
}

/// <summary>Shows or ends the channel's subscriptions, and such.</summary>
/// <param name="Id">Which one; empty where there is only one.</param>
/// <param name="Words">For <see cref="SubscriptionAction.Why"/>: words of the headline; empty for all stories.</param>
public sealed record SubscriptionsRequest(SubscriptionAction Action, string Id = "", string Words = "") : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;
}

public enum SubscriptionAction
{
    List,

    /// <summary>What would be sent now.</summary>
    Preview,
    Pause,
    Resume,
    Unsubscribe,

    /// <summary>Why a story was in the last digest, or was not.</summary>
    Why,
}

/// <summary>A subscription's slot that is due; nobody has asked.</summary>
/// <param name="Day">The local date that it is for.</param>
public sealed record DueDigest(string Subscription, DateOnly Day) : ChatRequest
{
    public override bool IsAwaited => false;
}
