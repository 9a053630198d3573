using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat;

/// <summary>How chat questions are taken and worked on; section <c>Chat</c> of the configuration.</summary>
public sealed record ChatOptions
{
    public const string Section = "Chat";

    /// <summary>
    /// Name of this process among those that share a data folder; empty for the machine's name. What a killed process
    /// left unfinished is taken up at once by the next one of the same name.
    /// </summary>
    public string Instance { get; init; } = "";

    /// <summary>Collections that channels without settings of their own, and direct messages, may see; empty means all.</summary>
    public IReadOnlyList<string> DefaultCollections { get; init; } = [];

    /// <summary>The time zone of digests and quiet hours for which nobody named one: an IANA name.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Messages worked on at a time: altogether, of one channel, of one person.</summary>
    public int Concurrency { get; init; } = 4;

    public int ConcurrencyPerChannel { get; init; } = 2;

    public int ConcurrencyPerUser { get; init; } = 1;

    /// <summary>Messages that may wait: altogether, of one person.</summary>
    public int MaxWaiting { get; init; } = 1000;

    public int MaxWaitingPerUser { get; init; } = 5;

    public int MaxPerUserAndMinute { get; init; } = 20;

    /// <summary>Time for composing a reply.</summary>
    public int AnswerSeconds { get; init; } = 60;

    /// <summary>Time for one attempt to deliver it.</summary>
    public int DeliverySeconds { get; init; } = 30;

    /// <summary>How often a reply is begun before the person is told that it does not work.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long a reply is tried to be delivered.</summary>
    public int GiveUpHours { get; init; } = 24;

    /// <summary>Time for finishing what was begun when the program is stopped.</summary>
    public int ShutdownSeconds { get; init; } = 10;

    /// <summary>How long questions, answers and feedback are kept, in days. Follow-ups and buttons of what is forgotten no longer work.</summary>
    public int KeepDays { get; init; } = 365;

    internal InboxLimits InboxLimits => new(MaxWaiting, MaxWaitingPerUser, MaxPerUserAndMinute);

    internal ConcurrencyLimits ConcurrencyLimits => new(ConcurrencyPerChannel, ConcurrencyPerUser);

    /// <summary>Longer than composing and delivering may take together, so that no second worker begins meanwhile.</summary>
    internal TimeSpan LeaseTime => TimeSpan.FromSeconds(AnswerSeconds + DeliverySeconds + 30);

    internal string InstanceOrMachine => Instance.Length > 0 ? Instance : Environment.MachineName;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(Concurrency), Concurrency, 1, 64),
            (nameof(ConcurrencyPerChannel), ConcurrencyPerChannel, 1, 64),
            (nameof(ConcurrencyPerUser), ConcurrencyPerUser, 1, 64),
            (nameof(MaxWaiting), MaxWaiting, 1, 100_000),
            (nameof(MaxWaitingPerUser), MaxWaitingPerUser, 1, 1000),
            (nameof(MaxPerUserAndMinute), MaxPerUserAndMinute, 1, 1000),
            (nameof(AnswerSeconds), AnswerSeconds, 1, 600),
            (nameof(DeliverySeconds), DeliverySeconds, 1, 600),
            (nameof(MaxAttempts), MaxAttempts, 1, 10),
            (nameof(GiveUpHours), GiveUpHours, 1, 168),
            (nameof(ShutdownSeconds), ShutdownSeconds, 0, 300),
            (nameof(KeepDays), KeepDays, 1, 36_500),
        ];
        foreach (var (key, value, least, most) in numbers)
        {
            if (value < least || value > most) yield return $"{Section}:{key} is {value}; it must be from {least} to {most}.";
        }

        if (ZoneNames.Find(Zone) is null) yield return $"{Section}:{nameof(Zone)} is “{Zone}”, which is no time zone; write it like Europe/Berlin.";

        foreach (var (index, name) in DefaultCollections.Index().Where(c => string.IsNullOrWhiteSpace(c.Item)))
        {
            yield return $"{Section}:{nameof(DefaultCollections)}:{index} is empty; name a collection.";
        }
    }
}
