using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;
using BriefingBot.Discord.Delivery;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Resources;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Receiving;

/// <summary>
/// Takes what people write: direct messages, mentions, follow-ups where a channel has them switched on, and files and links where
/// a channel takes articles.
/// </summary>
internal sealed partial class MessageReceiver(
    DiscordRest rest, ChatInbox inbox, IAnswerStore answers, IChannelSettingsStore settings, Places places, Snowflake self, TimeProvider time, ILogger logger)
{
    private const int Written = 0;
    private const int Reply = 19;

    /// <summary>What a mention without words asks for.</summary>
    private const string Greeting = "help";

    private readonly Refusals _refusals = new(time);

    /// <summary>Once it returns, what is for us is stored; what it gives is done once somebody who asks too much was told so.</summary>
    public async ValueTask<Task> ReceiveAsync(Message message, CancellationToken cancellation)
    {
        if (message.Type is not (Written or Reply) || message.WebhookId is not null || message.Author is not { } author || author.Bot == true || author.Id == self) return Task.CompletedTask;
        if (await AddressedFromAsync(message, cancellation) is not var (place, dropped)) return Task.CompletedTask;

        var text = WithoutMention(message.Content);
        var acceptance = await inbox.AcceptAsync(new IncomingMessage
        {
            EventKey = $"{DiscordPlatform.PlatformName}:message:{message.Id}",
            Place = place,
            User = author.Id.ToString(),
            Request = dropped ?? (ChatRequest)new AskRequest(text.Length > 0 ? text : Greeting),
            ReceivedAt = time.GetUtcNow(),
            RepliesTo = RepliedTo(message) ?? "",
            Payload = new ReplyTicket { Channel = message.ChannelId, Message = message.Id, Roles = dropped is null ? null : message.Member?.Roles }.Write(),
        }, cancellation);
        return AcceptanceText.Of(acceptance) is { } refusal && _refusals.Take(author.Id.ToString()) ? RefuseAsync(message, new ErrorPart(refusal), cancellation) : Task.CompletedTask;
    }

    /// <summary>The place, when the message is for us, with what was dropped there to be indexed; else null.</summary>
    private async ValueTask<(ChatPlace Place, IngestRequest? Dropped)?> AddressedFromAsync(Message message, CancellationToken cancellation)
    {
        if (message.GuildId is not { } guild) return (Places.Direct(message.ChannelId), null);

        var mentioned = message.Mentions.Any(user => user.Id == self);
        // Without the Message Content intent, there is nothing to read in the others.
        if (!mentioned && message.Content.Length == 0 && message.Attachments.Count == 0) return null;
        try
        {
            var place = await places.InServerAsync(guild, message.ChannelId, null, cancellation);
            if (Dropped.In(message) is { } dropped && await TakesArticlesAsync(place, cancellation)) return (place, dropped);
            return mentioned || await IsFollowUpAsync(message, place, cancellation) ? (place, null) : null;
        }
        catch (DiscordException e) when (!e.IsTransient)
        {
            // Where the channel cannot be seen, nothing can be said either.
            LogUnseen(logger, e.Message);
            return null;
        }
    }

    private async ValueTask<bool> TakesArticlesAsync(ChatPlace place, CancellationToken cancellation) =>
        (await settings.SettingsAsync(place.Whole, cancellation)).Ingest.Length > 0;

    private async ValueTask<bool> IsFollowUpAsync(Message message, ChatPlace place, CancellationToken cancellation)
    {
        var repliedTo = RepliedTo(message);
        if (repliedTo is null && place.Thread.Length == 0) return false;
        if (!(await settings.SettingsAsync(place.Whole, cancellation)).FollowUps) return false;
        if (repliedTo is not null) return true;

        // In a thread, people reply to each other, too.
        return message.MessageReference is null && await answers.FindByMessageAsync(DiscordPlatform.PlatformName, place.Thread, cancellation) is not null;
    }

    private string? RepliedTo(Message message) =>
        message.Type == Reply && message.ReferencedMessage is { } referenced && referenced.Author?.Id == self ? referenced.Id.ToString() : null;

    private string WithoutMention(string content) => content
        .Replace($"<@{self}>", " ", StringComparison.Ordinal)
        .Replace($"<@!{self}>", " ", StringComparison.Ordinal)
        .Trim();

    private async Task RefuseAsync(Message message, ErrorPart refusal, CancellationToken cancellation)
    {
        var body = ReplyRenderer.Render(refusal) with
        {
            Nonce = $"no-{message.Id}",
            MessageReference = new MessageReference { MessageId = message.Id, FailIfNotExists = false },
        };
        try
        {
            await rest.CreateMessageAsync(message.ChannelId, body, cancellation);
        }
        catch (DiscordException e)
        {
            LogNotTold(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: somebody could not be told to wait. {Reason}")]
    private static partial void LogNotTold(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: a message is passed over. {Reason}")]
    private static partial void LogUnseen(ILogger logger, string reason);
}
