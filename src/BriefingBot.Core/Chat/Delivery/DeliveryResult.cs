namespace BriefingBot.Chat.Delivery;

public enum DeliveryOutcome
{
    Delivered,
    Later,
    PayloadExpired,
    Impossible,
}

/// <summary>How an attempt to deliver ended.</summary>
/// <param name="Reason">For the record; without secrets.</param>
/// <param name="After">How long the platform wants to be left alone; null when it did not say.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, string Reason = "", TimeSpan? After = null)
{
    /// <summary>All of it is out and recorded.</summary>
    public static DeliveryResult Delivered { get; } = new(DeliveryOutcome.Delivered);

    /// <summary>The platform no longer takes the payload, whatever the clock says; a late route may serve.</summary>
    public static DeliveryResult PayloadExpired { get; } = new(DeliveryOutcome.PayloadExpired, "the platform no longer takes a reply to this");

    /// <summary>It may work another time.</summary>
    public static DeliveryResult Later(string reason, TimeSpan? after = null) => new(DeliveryOutcome.Later, reason, after);

    /// <summary>It will never work: the channel is gone, the bot was removed.</summary>
    public static DeliveryResult Impossible(string reason) => new(DeliveryOutcome.Impossible, reason);
}
