using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Receiving;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Delivery;

/// <summary>
/// Brings replies to Slack. What everybody may read is posted once, whatever happens in between. What one person may read is
/// an ephemeral message, which nobody can look for: after a kill in the wrong moment it is shown a second time.
/// </summary>
internal sealed class SlackPlatform(SlackWebApi api, Myself myself, People people) : IChatPlatform
{
    public const string PlatformName = "slack";

    private const string BotIsNoMember = "I can only answer where I am a member. Invite me to this channel, or write to me directly.";
    private const string PersonIsNoMember = "I can only answer you where you are a member. Join this channel, or write to me directly.";

    private readonly SentMessages _sent = new(api, myself);
    private readonly Drafts _drafts = new(api, myself);

    public string Name => PlatformName;

    public ValueTask<string?> ObjectionAsync(IncomingMessage message, CancellationToken cancellation) => people.ObjectionAsync(message.User, cancellation);

    /// <summary>Replies go into the channel itself, which does not expire.</summary>
    public DeliveryRoute? LateRoute(IncomingMessage message) => null;

    public ValueTask<string?> ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation) =>
        IsUnshown(message) ? ValueTask.FromResult<string?>(null) : _drafts.ShowProgressAsync(message, progress, cancellation);

    public ValueTask<string?> ShowTextAsync(IncomingMessage message, DraftText text, string? draft, CancellationToken cancellation) =>
        IsUnshown(message) ? ValueTask.FromResult<string?>(null) : _drafts.ShowTextAsync(message, text, draft, cancellation);

    public async ValueTask<DeliveryResult> DeliverAsync(ReplyDelivery delivery, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(delivery.Message);
        var messages = ReplyRenderer.Render(Shown(delivery, ticket));
        var hidden = IsHidden(delivery.Message, delivery.Reply.Private || IsLookup(delivery));
        var thread = ticket.Thread;
        try
        {
            for (var i = 0; i < messages.Count; i++)
            {
                var ts = delivery.Receipts.FirstOrDefault(r => r.Ordinal == i)?.MessageId;
                if (ts is null)
                {
                    ts = hidden ? await ShowAsync(delivery.Message, ticket, messages[i], cancellation) : await PutAsync(delivery, ticket.Channel, thread, i, messages[i], cancellation);
                    await delivery.RecordAsync(new DeliveryReceipt(i, ts), cancellation);
                }

                // Of several messages, the others hang under the first.
                if (!hidden && thread.Length == 0) thread = ts;
            }

            return DeliveryResult.Delivered;
        }
        catch (SlackException e) when (ErrorCodes.IsNotMember(e.Code) && ticket.ResponseUrl.Length > 0)
        {
            await HintAsync(ticket, e.Code == ErrorCode.UserNotInChannel ? PersonIsNoMember : BotIsNoMember, cancellation);
            return DeliveryResult.Impossible(e.Message);
        }
        catch (SlackException e)
        {
            return Refusal.Of(e);
        }
    }

    /// <summary>An ephemeral message cannot replace another; and what follows a press may be one.</summary>
    private static bool IsUnshown(IncomingMessage message) => message.Request is ButtonPress || IsHidden(message, message.Request.IsPrivate);

    /// <summary>In a direct message, there is nobody to hide from.</summary>
    private static bool IsHidden(IncomingMessage message, bool isPrivate) => isPrivate && message.Place.Workspace.Length > 0;

    /// <summary>Quotes that one person looks up below an answer are not pushed upon everybody in the thread.</summary>
    private static bool IsLookup(ReplyDelivery delivery) => delivery.Message.Request is ButtonPress && delivery.Reply.Parts.Any(p => p is QuotesPart);

    /// <summary>Others would see an answer without its question.</summary>
    private static ChatReply Shown(ReplyDelivery delivery, ReplyTicket ticket) => delivery switch
    {
        { Reply: { Private: false } reply, Message.Request: AskRequest asked } when ticket.IsUnseen => reply with { Parts = [new ScopePart($"Asked: {asked.Question}"), .. reply.Parts] },
        { Reply: { Private: false } reply, Message.Request: QuoteRequest asked } when ticket.IsUnseen => reply with { Parts = [new ScopePart($"Quotes on: {asked.Topic}"), .. reply.Parts] },
        _ => delivery.Reply,
    };

    private Task<string> ShowAsync(IncomingMessage message, ReplyTicket ticket, RenderedMessage rendered, CancellationToken cancellation) =>
        api.PostEphemeralAsync(new NewMessage(ticket.Channel, rendered.Text) { Blocks = rendered.Blocks, ThreadTs = ThreadOf(ticket.Thread) }, message.User, cancellation);

    /// <summary>Posts the message, unless it is out already or a draft is there that it replaces.</summary>
    private async Task<string> PutAsync(ReplyDelivery delivery, string channel, string thread, int ordinal, RenderedMessage rendered, CancellationToken cancellation)
    {
        var mark = DeliveryMark.Of(delivery.KeyOf(ordinal));
        var draft = ordinal == 0 ? DraftId.Read(delivery.Draft) : null;
        if (draft is null && delivery.MayBeOut(ordinal) && await _sent.FindAsync(delivery, channel, thread, ordinal, cancellation) is var (found, isDraft))
        {
            if (!isDraft) return found.Ts;
            draft = found;
        }

        if (draft is { } shown && await _drafts.ReplaceAsync(shown, new MessageEdit(channel, shown.Ts, rendered.Text) { Blocks = rendered.Blocks, Metadata = mark }, cancellation)) return shown.Ts;
        return (await api.PostMessageAsync(new NewMessage(channel, rendered.Text) { Blocks = rendered.Blocks, ThreadTs = ThreadOf(thread), Metadata = mark }, cancellation)).Ts;
    }

    /// <summary>Somebody used the command where the bot is not, or they themselves are not; that is all they are told there.</summary>
    private async Task HintAsync(ReplyTicket ticket, string hint, CancellationToken cancellation)
    {
        try
        {
            await api.RespondAsync(new Uri(ticket.ResponseUrl), new UrlResponse(hint) { ResponseType = UrlResponse.Ephemeral, ReplaceOriginal = false }, cancellation);
        }
        catch (SlackException)
        {
            // The address has expired, and there is no other way.
        }
    }

    private static string? ThreadOf(string thread) => thread.Length > 0 ? thread : null;
}
