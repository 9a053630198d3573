using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;

namespace BriefingBot.Chat.Working;

/// <summary>Brings composed replies to their platform and notes how it went.</summary>
internal sealed class ReplyOutbox(IInboxStore inbox, IEnumerable<IChatPlatform> platforms, ChatOptions options, TimeProvider time)
{
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>Null when the platform is not on, or nobody waits.</summary>
    public ReplyDraft? DraftOf(InboxEntry entry, Lease lease) => entry.Message.Request.IsAwaited && PlatformOf(entry.Message) is { } platform ? new ReplyDraft(platform, inbox, entry, lease, time) : null;

    /// <summary>As <see cref="IChatPlatform.ObjectionAsync"/>; a platform that is off objects to nobody. A channel's digest is the channel's, whoever made it.</summary>
    public ValueTask<string?> ObjectionAsync(IncomingMessage message, CancellationToken cancellation) =>
        (message.Request.IsAwaited || message.Place.Workspace.Length == 0 ? PlatformOf(message)?.ObjectionAsync(message, cancellation) : null) ?? ValueTask.FromResult<string?>(null);

    /// <param name="entry">With its reply.</param>
    /// <param name="lease">Its lease.</param>
    /// <param name="repeated">Whether somebody may have tried before.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What went wrong, or null.</returns>
    public async ValueTask<ChatTrouble?> SendAsync(InboxEntry entry, Lease lease, bool repeated, CancellationToken cancellation)
    {
        var message = entry.Message;
        if (entry.Reply!.IsNothing)
        {
            await inbox.DeliveredAsync(entry.Id, lease, cancellation);
            return null;
        }

        if (PlatformOf(message) is not { } platform) return await LaterAsync(entry, lease, DeliveryResult.Later($"{message.Place.Platform} is not on"), null, cancellation);
        if (RouteOf(entry, platform) is not { } route)
        {
            return await DropAsync(entry, lease, "the reply came too late and there is no other way to the person", cancellation);
        }

        var (result, failure) = await AttemptAsync(platform, entry, route, repeated, cancellation);
        switch (result.Outcome)
        {
            case DeliveryOutcome.Delivered:
                await inbox.DeliveredAsync(entry.Id, lease, cancellation);
                return null;
            case DeliveryOutcome.Impossible:
                return await DropAsync(entry, lease, result.Reason, cancellation);
            case DeliveryOutcome.PayloadExpired when route == DeliveryRoute.Reply:
                await inbox.RetryAsync(entry.Id, lease, time.GetUtcNow(), result.Reason, payloadRefused: true, cancellation);
                return null;
            default:
                return await LaterAsync(entry, lease, result, failure, cancellation);
        }
    }

    private IChatPlatform? PlatformOf(IncomingMessage message) => _platforms.GetValueOrDefault(message.Place.Platform);

    /// <summary>What is private never goes where others read it.</summary>
    private DeliveryRoute? RouteOf(InboxEntry entry, IChatPlatform platform)
    {
        if (!entry.PayloadRefused && !(entry.Message.PayloadExpires <= time.GetUtcNow())) return DeliveryRoute.Reply;
        if (!entry.Message.Request.IsAwaited) return null;
        var late = platform.LateRoute(entry.Message);
        return entry.Reply!.Private && late != DeliveryRoute.DirectMessage ? null : late;
    }

    private async ValueTask<(DeliveryResult Result, Exception? Failure)> AttemptAsync(IChatPlatform platform, InboxEntry entry, DeliveryRoute route, bool repeated, CancellationToken cancellation)
    {
        var delivery = new ReplyDelivery(entry.Message, entry.Reply!, route, entry.Receipts)
        {
            Draft = entry.Draft,
            IsRepeated = repeated,
            RecordAsync = (receipt, stop) => inbox.RecordAsync(entry.Id, receipt, stop),
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.DeliverySeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return (await platform.DeliverAsync(delivery, either.Token), null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return (DeliveryResult.Later(limit.IsCancellationRequested ? "the platform took too long" : e.Message), e);
        }
    }

    private async ValueTask<ChatTrouble?> LaterAsync(InboxEntry entry, Lease lease, DeliveryResult result, Exception? failure, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - entry.Message.ReceivedAt >= TimeSpan.FromHours(options.GiveUpHours))
        {
            return await DropAsync(entry, lease, $"not delivered for {options.GiveUpHours} hours: {result.Reason}", cancellation);
        }

        await inbox.RetryAsync(entry.Id, lease, now + Backoff.After(entry.Deliveries, result.After), result.Reason, payloadRefused: false, cancellation);
        return new ChatTrouble(entry.Message.EventKey, $"A reply could not be delivered and is tried again: {result.Reason}", failure);
    }

    private async ValueTask<ChatTrouble?> DropAsync(InboxEntry entry, Lease lease, string reason, CancellationToken cancellation)
    {
        await inbox.DropAsync(entry.Id, lease, reason, cancellation);
        return new ChatTrouble(entry.Message.EventKey, $"A reply was dropped: {reason}");
    }
}
