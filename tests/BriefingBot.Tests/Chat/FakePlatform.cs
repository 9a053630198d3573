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

    /// <summary>Everything that was posted, drafts too, when the platform <see cref="Forgets"/>.</summary>
    public List<Post> Posts { get; } = [];

    /// <summary>Does not drop repetitions, so that they are looked for; and shows drafts.</summary>
    public bool Forgets { get; init; }

    /// <summary>How many messages a reply takes.</summary>
    public int MessagesPerReply { get; init; } = 1;

    public DeliveryRoute? Late { get; set; }

    /// <summary>What to answer instead of delivering; null to deliver.</summary>
    public Func<ReplyDelivery, DeliveryResult?> Refuses { get; set; } = _ => null;

    /// <summary>Called before and after each message is sent.</summary>
    public Action<string> Reached { get; set; } = _ => { };

    /// <summary>Waited for inside each delivery.</summary>
    public Func<ReplyDelivery, CancellationToken, Task> Holds { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Waited for before a draft is shown.</summary>
    public Func<CancellationToken, Task> HoldsDrafts { get; set; } = _ => Task.CompletedTask;

    /// <summary>Text pieces of drafts as they were shown.</summary>
    public List<DraftText> Texts { get; } = [];

    /// <summary>What to object to a message.</summary>
    public Func<IncomingMessage, string?> Objects { get; set; } = _ => null;

    public ValueTask<string?> ObjectionAsync(IncomingMessage message, CancellationToken cancellation) => ValueTask.FromResult(Objects(message));

    public DeliveryRoute? LateRoute(IncomingMessage message) => Late;

    public ValueTask<string?> ShowProgressAsync(IncomingMessage message, ProgressPart progress, CancellationToken cancellation) => ShowAsync(message, null);

    public async ValueTask<string?> ShowTextAsync(IncomingMessage message, DraftText text, string? draft, CancellationToken cancellation)
    {
        await HoldsDrafts(cancellation);
        Texts.Add(text);
        return await ShowAsync(message, draft);
    }

    public async ValueTask<DeliveryResult> DeliverAsync(ReplyDelivery delivery, CancellationToken cancellation)
    {
        await Holds(delivery, cancellation);
        if (Refuses(delivery) is { } refusal) return refusal;
        for (var i = 0; i < MessagesPerReply; i++)
        {
            if (delivery.IsSent(i)) continue;
            Reached("send");
            var id = Forgets ? Post(delivery, i) : $"message-{delivery.KeyOf(i)}";
            lock (_lock) Seen.TryAdd(delivery.KeyOf(i), (delivery.Message, delivery.Reply, delivery.Route));
            Reached("sent");
            await delivery.RecordAsync(new DeliveryReceipt(i, id), cancellation);
        }

        return DeliveryResult.Delivered;
    }

    private ValueTask<string?> ShowAsync(IncomingMessage message, string? draft)
    {
        if (!Forgets || draft is not null) return ValueTask.FromResult(draft);
        Reached("draft");
        lock (_lock) Posts.Add(new Post($"post-{Posts.Count}", ReplyDelivery.KeyOf(message, 0), IsDraft: true));
        Reached("drafted");
        return ValueTask.FromResult<string?>(Posts[^1].Id);
    }

    private string Post(ReplyDelivery delivery, int ordinal)
    {
        lock (_lock)
        {
            var known = ordinal == 0 && delivery.Draft is { Length: > 0 } draft ? Posts.FindIndex(p => p.Id == draft)
                : delivery.MayBeOut(ordinal) ? Posts.FindIndex(p => p.Key == delivery.KeyOf(ordinal)) : -1;
            if (known < 0) Posts.Add(new Post($"post-{Posts.Count}", delivery.KeyOf(ordinal), IsDraft: false));
            else Posts[known] = Posts[known] with { IsDraft = false };
            return Posts[known < 0 ? ^1 : known].Id;
        }
    }
}

internal sealed record Post(string Id, string Key, bool IsDraft);
