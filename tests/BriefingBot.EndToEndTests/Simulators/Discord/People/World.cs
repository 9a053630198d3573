using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>Everything that exists: one lock, as every change is small and the order of events is part of the contract.</summary>
internal sealed class World(SimulatorSettings settings)
{
    private ulong _lastId;

    public Lock Sync { get; } = new();

    public SimUser Bot { get; private set; } = null!;

    public string ResumeUrl { get; set; } = "";

    public List<SimUser> Users { get; } = [];

    public List<SimGuild> Guilds { get; } = [];

    public Dictionary<ulong, SimChannel> Channels { get; } = [];

    public Dictionary<ulong, SimInteraction> Interactions { get; } = [];

    public List<SimAttachment> Attachments { get; } = [];

    /// <summary>Registered commands; key null for the global ones, else the guild.</summary>
    public Dictionary<ulong, List<JsonObject>> GuildCommands { get; } = [];

    public List<JsonObject> GlobalCommands { get; set; } = [];

    public DateTimeOffset Now => settings.Time.GetUtcNow();

    public void CreateBot() => Bot = AddUser("briefing", isBot: true);

    /// <summary>https://docs.discord.com/developers/reference#snowflakes</summary>
    public ulong NextId()
    {
        var time = (ulong)(Now.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22;
        return _lastId = Math.Max(_lastId + 1, time);
    }

    public SimUser AddUser(string name, bool isBot = false, bool isAdministrator = false)
    {
        var user = new SimUser(NextId(), name, isBot, isAdministrator);
        Users.Add(user);
        return user;
    }

    public SimChannel Add(SimChannel channel)
    {
        Channels.Add(channel.Id, channel);
        channel.Guild?.Channels.Add(channel);
        return channel;
    }

    public SimChannel DirectMessage(SimUser user) =>
        Channels.Values.FirstOrDefault(channel => channel.Recipient?.Id == user.Id) ?? Add(new SimChannel(NextId(), "", guild: null, recipient: user));
}
