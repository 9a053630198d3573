using BriefingBot.Answering.Synthesis;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Requests;

/// <summary>
/// From a message to its reply, the same on every platform. It changes nothing: what follows from a reply is stored with it. The
/// one exception is taking articles in, which comes out the same however often it is done.
/// </summary>
public sealed class ChatResponder(
    AskResponder ask, QuoteResponder quote, LibraryResponder library, SettingsResponder settings, ButtonResponder buttons, DigestResponder digests, SubscriptionResponder subscriptions,
    AlertResponder alerts, DueAlertResponder dueAlerts, CorrectionResponder corrections, GapReportResponder gaps, IngestResponder ingest)
{
    /// <param name="message">What to reply to.</param>
    /// <param name="show">Shows the answer as far as it is written and verified; null when nobody watches.</param>
    /// <param name="cancellation">Stops it.</param>
    public ValueTask<ComposedReply> RespondAsync(IncomingMessage message, ShowVerified? show, CancellationToken cancellation) => message.Request switch
    {
        AskRequest request => ask.RespondAsync(message, request, show, cancellation),
        QuoteRequest request => quote.RespondAsync(message, request, cancellation),
        SourcesRequest request => library.RespondAsync(message, request, cancellation),
        SettingsRequest request => settings.RespondAsync(message, request, cancellation),
        ButtonPress press => buttons.RespondAsync(message, press, show, cancellation),
        DigestNowRequest request => digests.NowAsync(message, request, cancellation),
        DueDigest due => digests.DueAsync(message, due, cancellation),
        DueCorrection due => corrections.DueAsync(message, due, cancellation),
        DueGapReport due => gaps.DueAsync(message, due, cancellation),
        GapsRequest => gaps.NowAsync(message, cancellation),
        SubscribeRequest request => subscriptions.SubscribeAsync(message, request, cancellation),
        EditSubscriptionRequest request => subscriptions.EditAsync(message, request, cancellation),
        SubscriptionsRequest request => subscriptions.RespondAsync(message, request, cancellation),
        AlertRequest request => alerts.MakeAsync(message, request, cancellation),
        AlertsRequest request => alerts.RespondAsync(message, request, cancellation),
        DueAlert due => dueAlerts.RespondAsync(message, due, cancellation),
        IngestRequest request => ingest.RespondAsync(message, request, cancellation),
        HelpRequest => ValueTask.FromResult(HelpResponder.Respond()),
        _ => throw new NotSupportedException($"{message.Request.GetType().Name} is no request."),
    };

    /// <summary>What the bot can do, for places other than a reply.</summary>
    public static ChatReply Help => HelpResponder.Respond().Reply;

    /// <summary>What is said to somebody who gets no answer, to them alone; nothing where they did not ask just now.</summary>
    public static ComposedReply Refusal(IncomingMessage message, string why) => new(message.Request.IsAwaited ? ChatReply.Of(true, new ErrorPart(why)) : ChatReply.Nothing);

    /// <summary>What is said when a request fails again and again; nothing where nobody would miss it.</summary>
    public static ComposedReply Failure(IncomingMessage message) => new(message.Request switch
    {
        { IsAwaited: true } => ChatReply.Of(message.Request.IsPrivate, new ErrorPart("I could not answer this: something went wrong on my side. Please try again later, or in other words.")),
        DueDigest => ChatReply.Of(false, new ErrorPart("Today's digest could not be put together: something went wrong on my side. The next one will cover what it would have told.")),
        DueAlert due => ChatReply.Of(false, new ErrorPart($"Something arrived that alert {due.Alert} waits for, but it could not be put together: something went wrong on my side. Ask me about it.")),
        _ => ChatReply.Nothing,
    });
}
