using System.Text.Json;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;

namespace BriefingBot.Slack.Receiving;

/// <summary>
/// Takes what people write: direct messages, those of assistant threads among them, mentions, follow-ups where a channel has them
/// switched on, and files and links where a channel takes articles. A mention comes as two events, which are one message.
/// </summary>
internal sealed class MessageReceiver(Intake intake, IAnswerStore answers, IChannelSettingsStore settings, Myself myself)
{
    /// <summary>What a mention without words asks for.</summary>
    private const string Greeting = "help";

    public async ValueTask ReceiveAsync(JsonElement message, CancellationToken cancellation)
    {
        var (channel, ts, user, text) = (message.Text("channel"), message.Text("ts"), message.Text("user"), message.Text("text"));
        if (channel.Length == 0 || ts.Length == 0 || !IsWritten(message, user)) return;

        var self = (await myself.GetAsync(cancellation)).UserId;
        if (user == self) return;
        var thread = message.Text("thread_ts");
        var ticket = new ReplyTicket { Channel = channel, Thread = thread.Length > 0 ? thread : ts };
        var isMention = message.Text("type") == Subscriptions.AppMention;
        var dropped = Dropped.In(message);
        if ((isMention || dropped is not null) && await TakesArticlesAsync(channel, cancellation))
        {
            // Of a mention's two events, this one may lack the files.
            if (isMention) return;
            await intake.AcceptAsync(new Arrival($"message:{channel}:{ts}", user, dropped!, ticket), cancellation);
            return;
        }

        var mentioned = isMention || IncomingText.Mentions(text, self);
        if (!mentioned && !Intake.IsDirect(channel) && !await IsFollowUpAsync(channel, thread, user, cancellation)) return;

        var question = IncomingText.Read(text);
        await intake.AcceptAsync(new Arrival($"message:{channel}:{ts}", user, new AskRequest(question.Length > 0 ? question : Greeting), ticket), cancellation);
    }

    /// <summary>By a person, now: https://docs.slack.dev/reference/events/message has subtypes for edits, notices and bots.</summary>
    private static bool IsWritten(JsonElement message, string user) =>
        user.Length > 0 && message.Text("subtype") is "" or "thread_broadcast" or "file_share"
        && message.Text("bot_id").Length == 0 && message.At("bot_profile") is null && message.At("edited") is null && !message.IsTrue("hidden");

    private async ValueTask<bool> TakesArticlesAsync(string channel, CancellationToken cancellation) =>
        !Intake.IsDirect(channel) && (await settings.SettingsAsync(await intake.PlaceAsync(channel, "", cancellation), cancellation)).Ingest.Length > 0;

    private async ValueTask<bool> IsFollowUpAsync(string channel, string thread, string user, CancellationToken cancellation)
    {
        if (thread.Length == 0) return false;
        var place = await intake.PlaceAsync(channel, thread, cancellation);
        if (!(await settings.SettingsAsync(place.Whole, cancellation)).FollowUps) return false;
        var here = new IncomingMessage { EventKey = "", Place = place, User = user, Request = new AskRequest(""), ReceivedAt = default };
        return (await answers.TurnsAsync(here.Conversation, 1, cancellation)).Count > 0
            || await answers.FindByMessageAsync(SlackPlatform.PlatformName, thread, cancellation) is { Private: false } root && root.Place.Whole == place.Whole;
    }
}
