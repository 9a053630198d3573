using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Tests.Chat;

/// <summary>A chat platform that keeps what people would see, and like real ones drops what comes a second time under one key.</summary>
internal sealed class FakePlatform : IChatPlatform
{
    private readonly Lock _lock = new();

    public string Name => "fake";

    /// <summary>Messages by their key, in the order of their appearance.</summary>
    public OrderedDictionary<string, (IncomingMessage Message, ChatReply Reply, DeliveryRoute Route)> Seen { get; } = [];

    /// <summary>How many messages a reply takes.</summary>
    public int MessagesPerReply { get; init; } = 1;

    public DeliveryRoute? Late { get; set; }

    /// <summary>What to answer instead of delivering; null to deliver.</summary>
    public Func<ReplyDelivery, DeliveryResult?> Refuses { get; set; } = _ => null;

    /// <summary>Called before and after each message is sent.</summary>
    public Action<string> Reached { get; set; } = _ => { };

    /// <summary>Waited for inside each delivery.</summary>
    public Func<ReplyDelivery, CancellationToken, Task> Holds { get; set; } = (_, _) => Task.CompletedTask;

    public int Progress { get; private set; }

    public DeliveryRoute? LateRoute(IncomingMessage message) => Late;

    public ValueTask ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation)
    {
        Progress++;
        return ValueTask.CompletedTask;
    }

    public async ValueTask<DeliveryResult> DeliverAsync(ReplyDelivery delivery, CancellationToken cancellation)
    {
        await Holds(delivery, cancellation);
        if (Refuses(delivery) is { } refusal) return refusal;
        for (var i = 0; i < MessagesPerReply; i++)
        {
            if (delivery.IsSent(i)) continue;
            Reached("send");
            lock (_lock) Seen.TryAdd(delivery.KeyOf(i), (delivery.Message, delivery.Reply, delivery.Route));
            Reached("sent");
            await delivery.RecordAsync(new DeliveryReceipt(i, $"message-{delivery.KeyOf(i)}"), cancellation);
        }

        return DeliveryResult.Delivered;
    }
}
