using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Inbox;

/// <summary>A reply with all that changes by it. Stored in one transaction, so that it happens once however often it is tried.</summary>
public sealed record ComposedReply(ChatReply Reply)
{
    /// <summary>The answer that the reply carries and its buttons act on.</summary>
    public AnswerRecord? Answer { get; init; }

    public FeedbackEntry? Feedback { get; init; }

    public SettingsChange? Settings { get; init; }

    public SubscriptionChange? Subscription { get; init; }

    /// <summary>The digest that the reply holds, when it was due.</summary>
    public ComposedSlot? Slot { get; init; }

    /// <summary>The answer that the reply corrects and its buttons act on, and how.</summary>
    public ComposedCorrection? Correction { get; init; }

    public AlertChange? Alert { get; init; }

    /// <summary>What an alert tells in the reply, or does not, when it was due.</summary>
    public ComposedAlert? AlertBundle { get; init; }

    /// <summary>The answer that this reply shares with the channel.</summary>
    public string? Shares { get; init; }
}
