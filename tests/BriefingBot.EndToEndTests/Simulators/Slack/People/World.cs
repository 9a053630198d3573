using System.Globalization;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>Everything that exists: one lock, as every change is small and the order of events is part of the contract.</summary>
internal sealed class World
{
    private readonly SimulatorSettings _settings;
    private readonly Dictionary<SimMessage, string> _clientMessageIds = [];
    private DateTimeOffset _lastTs;
    private int _lastId = 1000;

    public World(SimulatorSettings settings)
    {
        _settings = settings;
        Team = new SimTeam(NextId("T"), "Newsroom");
        (AppId, BotId) = (NextId("A"), NextId("B"));
        Bot = AddUser("briefing", Team, isBot: true);
    }

    public Lock Sync { get; } = new();

    public SimTeam Team { get; }

    public string AppId { get; }

    public string BotId { get; }

    public SimUser Bot { get; }

    /// <summary>The simulator's address, for the URLs that it hands out.</summary>
    public string Origin { get; set; } = "";

    public List<SimUser> Users { get; } = [];

    public List<SimChannel> Channels { get; } = [];

    public List<SimFile> Files { get; } = [];

    public List<SimDelivery> Deliveries { get; } = [];

    public Dictionary<string, SimTrigger> Triggers { get; } = [];

    public Dictionary<string, SimResponseUrl> ResponseUrls { get; } = [];

    /// <summary>All modals ever opened, oldest first.</summary>
    public List<SimView> Views { get; } = [];

    public Dictionary<string, SimView> Homes { get; } = [];

    /// <summary>Every status that was set, oldest first.</summary>
    public List<SimStatus> Statuses { get; } = [];

    public List<SimPrompts> Prompts { get; } = [];

    /// <summary>Titles of assistant threads by channel and thread.</summary>
    public Dictionary<(string Channel, string ThreadTs), string> Titles { get; } = [];

    public DateTimeOffset Now => _settings.Time.GetUtcNow();

    public string NextId(string prefix) => prefix + (++_lastId).ToString("D8", CultureInfo.InvariantCulture);

    public int NextNumber() => ++_lastId;

    /// <summary>Every message's ts is another one, also when the clock stands still.</summary>
    public string NextTs()
    {
        _lastTs = Now > _lastTs ? Now : _lastTs.AddMicroseconds(1);
        return Ts(_lastTs, 0);
    }

    public static string Ts(DateTimeOffset at, int microseconds)
    {
        var total = (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10 + microseconds;
        return string.Create(CultureInfo.InvariantCulture, $"{total / 1_000_000}.{total % 1_000_000:D6}");
    }

    public SimUser AddUser(string name, SimTeam team, bool isBot = false, bool isAdmin = false, bool isGuest = false)
    {
        var user = new SimUser(NextId("U"), name, team, isBot, isAdmin, isGuest);
        Users.Add(user);
        return user;
    }

    public SimUser? User(string? id) => Users.Find(user => user.Id == id);

    public SimChannel? Channel(string? id) => Channels.Find(channel => channel.Id == id);

    public SimChannel Add(SimChannel channel)
    {
        Channels.Add(channel);
        return channel;
    }

    public SimChannel DirectMessage(SimUser user) =>
        Channels.Find(channel => channel.With?.Id == user.Id) ?? Add(new SimChannel(NextId("D"), "directmessage", ChannelKind.Direct, Team) { With = user, Members = { user } });

    public JsonObject BotProfile() => new() { ["id"] = BotId, ["deleted"] = false, ["name"] = Bot.Name, ["updated"] = 1700000000, ["app_id"] = AppId, ["team_id"] = Team.Id, ["icons"] = new JsonObject() };

    public string ClientMessageId(SimMessage message)
    {
        if (!_clientMessageIds.TryGetValue(message, out var id)) _clientMessageIds[message] = id = Guid.NewGuid().ToString();
        return id;
    }
}
