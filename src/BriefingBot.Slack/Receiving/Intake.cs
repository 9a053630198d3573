using BriefingBot.Chat;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Receiving;

/// <summary>Something for the inbox, as it was read from an event, a command or a click.</summary>
/// <param name="Event">What is the same for every delivery of it and for no other.</param>
internal sealed record Arrival(string Event, string User, ChatRequest Request, ReplyTicket Ticket)
{
    public string RepliesTo { get; init; } = "";
}

/// <summary>The way into the inbox, the same for everything: store, or say why not. Whether the person may ask is looked at by whoever answers.</summary>
internal sealed partial class Intake(SlackWebApi api, ChatInbox inbox, People people, Myself myself, TimeProvider time, ILogger logger)
{
    private readonly Refusals _refusals = new(time);

    public async ValueTask AcceptAsync(Arrival arrival, CancellationToken cancellation)
    {
        var isAdministrator = arrival.Request.IsAdministration && await people.IsAdministratorAsync(arrival.User, cancellation);
        var acceptance = await inbox.AcceptAsync(new IncomingMessage
        {
            EventKey = $"{SlackPlatform.PlatformName}:{arrival.Event}",
            Place = await PlaceAsync(arrival.Ticket.Channel, arrival.Ticket.Thread, cancellation),
            User = arrival.User,
            Request = arrival.Request,
            ReceivedAt = time.GetUtcNow(),
            IsAdministrator = isAdministrator,
            AdministersWorkspace = isAdministrator,
            Zone = arrival.Request.IsAdministration ? await people.ZoneAsync(arrival.User, cancellation) : "",
            RepliesTo = arrival.RepliesTo,
            Payload = arrival.Ticket.Write(),
        }, cancellation);
        if (AcceptanceText.Of(acceptance) is { } refusal) await RefuseAsync(arrival, refusal, cancellation);
    }

    public async ValueTask<ChatPlace> PlaceAsync(string channel, string thread, CancellationToken cancellation) =>
        new(SlackPlatform.PlatformName, IsDirect(channel) ? "" : (await myself.GetAsync(cancellation)).TeamId, channel, thread);

    /// <summary>Direct messages have ids of their own kind: https://docs.slack.dev/reference/objects/conversation-object.</summary>
    public static bool IsDirect(string channel) => channel.StartsWith('D');

    /// <summary>Says something to the person alone. A failure is logged: the event is dealt with all the same.</summary>
    public async ValueTask TellAsync(ReplyTicket ticket, string user, string text, CancellationToken cancellation)
    {
        var (fallback, blocks) = ReplyRenderer.Render(new ErrorPart(text));
        var message = new NewMessage(ticket.Channel, fallback) { Blocks = blocks, ThreadTs = ticket.Thread.Length > 0 ? ticket.Thread : null, Metadata = DeliveryMark.Of(DeliveryMark.NoReply) };
        try
        {
            if (ticket.ResponseUrl.Length > 0) await api.RespondAsync(new Uri(ticket.ResponseUrl), new UrlResponse(fallback) { Blocks = blocks, ResponseType = UrlResponse.Ephemeral, ReplaceOriginal = false }, cancellation);
            else if (IsDirect(ticket.Channel)) await api.PostMessageAsync(message, cancellation);
            else await api.PostEphemeralAsync(message, user, cancellation);
        }
        catch (SlackException e)
        {
            LogNotTold(logger, e.Message);
        }
    }

    /// <summary>A command or click is always answered; messages are not, as one mention alone comes as two events.</summary>
    private async ValueTask RefuseAsync(Arrival arrival, string refusal, CancellationToken cancellation)
    {
        if (arrival.Ticket.ResponseUrl.Length > 0 || _refusals.Take($"{arrival.User} {arrival.Ticket.Channel}")) await TellAsync(arrival.Ticket, arrival.User, refusal, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: somebody could not be told why there is no answer. {Reason}")]
    private static partial void LogNotTold(ILogger logger, string reason);
}
