using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Writes what goes with a reply, inside the transaction that stores it.</summary>
internal static class ReplyRecords
{
    public static void Write(ChatDatabase database, long entry, ComposedReply composed, DateTimeOffset now)
    {
        if (composed.Answer is { } answer) Write(database, entry, answer, composed.Reply);
        if (composed.Feedback is { } feedback) Write(database, feedback);
        if (composed.Settings is { } settings) Write(database, settings);
        if (composed.Subscription is { } subscription) SqliteSubscriptionStore.Write(database, subscription, now);
        if (composed.Slot is { } slot) SqliteSubscriptionStore.Write(database, slot);
        if (composed.Correction is { } correction) SqliteCorrectionStore.Write(database, correction);
        if (composed.Alert is { } alert) SqliteAlertStore.Write(database, alert, now);
        if (composed.AlertBundle is { } bundle) SqliteAlertStore.Write(database, bundle);
        if (composed.Shares is { } shared) database.Execute("UPDATE answers SET shared = 1 WHERE id = ?1", shared);
        if ((composed.Answer?.Id ?? composed.Shares ?? composed.Correction?.Answer) is not { } owner) return;
        foreach (var button in composed.Reply.Buttons)
        {
            database.Execute("INSERT INTO buttons (id, answer, action) VALUES (?1, ?2, ?3)", button.Id, owner, button.Action.ToString());
        }
    }

    private static void Write(ChatDatabase database, long entry, AnswerRecord answer, ChatReply reply)
    {
        database.Execute(
            "INSERT INTO answers (id, inbox, conversation, gap_key, status, asked, at, record, reply) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            answer.Id, entry, answer.Conversation, GapKey.Of(answer.Understood), answer.Status.ToString(), answer.Understood, answer.At.UtcTicks,
            ChatJson.Write(answer), ChatJson.Write(reply));
        SqliteCorrectionStore.Write(database, answer);
    }

    private static void Write(ChatDatabase database, FeedbackEntry feedback) => database.Execute(
        "INSERT OR REPLACE INTO feedback (answer, user, verdict, at) VALUES (?1, ?2, ?3, ?4)",
        feedback.Answer, feedback.User, feedback.Verdict.ToString(), feedback.At.UtcTicks);

    private static void Write(ChatDatabase database, SettingsChange change) => database.Execute(
        "INSERT OR REPLACE INTO channel_settings (platform, workspace, channel, settings, changed_by, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        change.Place.Platform, change.Place.Workspace, change.Place.Channel, ChatJson.Write(change.Settings), change.By, change.At.UtcTicks);
}
