using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>What people see, and what became of what they did.</summary>
internal sealed partial class SlackSimulator
{
    private static readonly TimeSpan StatusLife = TimeSpan.FromMinutes(2);

    /// <summary>Events, commands and interactions, oldest first.</summary>
    public IReadOnlyList<SimDelivery> Deliveries => Read(() => _world.Deliveries.ToList());

    /// <summary>Deliveries that the app has not acknowledged, whether they will come again or not.</summary>
    public IReadOnlyList<SimDelivery> Unacknowledged => [.. Deliveries.Where(delivery => delivery.AcknowledgedAt is null)];

    /// <summary>All messages by the bot that notified someone.</summary>
    public IReadOnlyList<SimMessage> PingingMessages => [.. BotMessages.Where(message => message.Pings.Count > 0)];

    /// <summary>Links in the bot's messages that Slack was free to show a preview of.</summary>
    public IReadOnlyList<string> UnfurledLinks => [.. BotMessages.SelectMany(message => message.UnfurledLinks)];

    /// <summary>Every message that was streamed.</summary>
    public IReadOnlyList<SimMessage> Streams => [.. BotMessages.Where(message => message.Stream is not null)];

    /// <summary>All modals ever opened, oldest first.</summary>
    public IReadOnlyList<SimView> Views => Read(() => _world.Views.ToList());

    /// <summary>Every status that a thread showed, oldest first; "" where it was cleared.</summary>
    public IReadOnlyList<SimStatus> Statuses => Read(() => _world.Statuses.ToList());

    public IReadOnlyList<SimPrompts> Prompts => Read(() => _world.Prompts.ToList());

    private List<SimMessage> BotMessages => Read(() => _world.Channels.SelectMany(channel => channel.Messages).Where(message => message.Author == _world.Bot).ToList());

    public SimChannel? Channel(string? id) => Read(() => _world.Channel(id));

    public SimUser? User(string? id) => Read(() => _world.User(id));

    /// <summary>The conversation as this person sees it, or as all its members do; threads included.</summary>
    public IReadOnlyList<SimMessage> MessagesIn(SimChannel channel, SimUser? asSeenBy = null) =>
        Read(() => channel.Messages.Where(message => asSeenBy is null ? message is { IsDeleted: false, OnlyFor: null } : message.IsVisibleTo(asSeenBy)).ToList());

    public IReadOnlyList<SimMessage> Thread(SimMessage root) => [.. MessagesIn(root.Channel).Where(message => message.ThreadTs == (root.ThreadTs ?? root.Ts))];

    /// <summary>The bot's finished messages as this person sees them.</summary>
    public IReadOnlyList<SimMessage> Answers(SimChannel channel, SimUser? asSeenBy = null) =>
        Read(() => MessagesIn(channel, asSeenBy).Where(message => message.Author == _world.Bot && message.Stream?.Runs(_world.Now) != true).ToList());

    /// <summary>Messages that only this person sees.</summary>
    public IReadOnlyList<SimMessage> EphemeralsFor(SimUser user) => [.. BotMessages.Where(message => message.OnlyFor == user && !message.IsDeleted)];

    /// <summary>The modal on top of what this person has open.</summary>
    public SimView? OpenView(SimUser user) => Read(() => _world.Views.FindLast(view => view.User == user && view.IsOpen));

    public SimView? HomeOf(SimUser user) => Read(() => _world.Homes.GetValueOrDefault(user.Id));

    /// <summary>What stands under the thread now; "" for nothing. Slack clears a status by itself after two minutes.</summary>
    public string StatusIn(SimMessage thread) => Read(() =>
        _world.Statuses.FindLast(status => status.Channel == thread.Channel && status.ThreadTs == thread.Ts) is { } last && _world.Now - last.At < StatusLife ? last.Status : "");

    public string? TitleOf(SimMessage thread) => Read(() => _world.Titles.GetValueOrDefault((thread.Channel.Id, thread.Ts)));

    /// <summary>A message as conversations.history gives it, with metadata.</summary>
    public System.Text.Json.Nodes.JsonObject Json(SimMessage message) => Read(() => message.ToJson(_world, withMetadata: true));

    /// <summary>The shortest time between two changes of the message, its posting included.</summary>
    public TimeSpan FastestEdit(SimMessage message) => Read(() =>
    {
        var times = message.Edits.Prepend(message.CreatedAt).ToList();
        return times.Count < 2 ? TimeSpan.MaxValue : times.Zip(times.Skip(1), (before, after) => after - before).Min();
    });

    private T Read<T>(Func<T> read)
    {
        lock (_world.Sync) return read();
    }
}
