using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The service on a simulated Slack, over its sockets and with no more scopes and events than its manifest asks for.</summary>
public class SlackNewsroom : ServiceNewsroom
{
    private readonly (string Key, string Value)[] _settings;
    private readonly SimulatorSettings _simulated;

    public SlackNewsroom()
        : this(new SimulatorSettings())
    {
    }

    /// <param name="settings">The program's settings beside tokens and address.</param>
    internal SlackNewsroom(SimulatorSettings simulated, params (string Key, string Value)[] settings) =>
        (_simulated, _settings) = (simulated with { Scopes = SlackBot.RequiredScopes, Events = SubscribedEvents }, settings);

    /// <summary>As in the manifest.</summary>
    internal static IReadOnlyList<string> SubscribedEvents { get; } =
        ["app_home_opened", "app_mention", "assistant_thread_started", "message.channels", "message.groups", "message.im", "message.mpim"];

    internal SlackSimulator Sim { get; private set; } = null!;

    private protected override IEnumerable<(string Key, string Value)> Settings =>
        [("Slack:BotToken", Sim.BotToken), ("Slack:AppToken", Sim.AppToken), ("Slack:BaseUrl", Sim.ApiUrl), ("Slack:FilesUrl", Sim.FilesUrl), .. _settings];

    public override async ValueTask InitializeAsync()
    {
        Sim = await SlackSimulator.StartAsync(_simulated);
        await base.InitializeAsync();
    }

    internal override Task OnlineAsync() => UntilAsync(() => Sim.SocketsOnline == 2 && Errors.Split("a socket is open").Length > 2, "the bot came online");

    internal override async Task KillAsync()
    {
        await base.KillAsync();
        await SlackSimulator.Until(() => Sim.SocketsOnline == 0, "the bot to be gone");
    }

    /// <summary>A channel and a member of it.</summary>
    internal (SimChannel Channel, SimUser Reader) Place(string name = "news")
    {
        var reader = Sim.AddUser("reader");
        return (Sim.AddChannel(name), reader);
    }

    /// <summary>Does something and gives the message that the bot then shows to the person there.</summary>
    internal Task<SimMessage> AnswerAsync(SimChannel channel, SimUser reader, Action act) => NewAsync(() => Sim.Answers(channel, reader), message => message.Text, act);

    internal Task<SimMessage> MentionAsync(SimChannel channel, SimUser reader, string text, SimMessage? thread = null) =>
        AnswerAsync(channel, reader, () => Sim.UserSays(channel, reader, text, mention: true, thread));

    internal Task<SimMessage> CommandAsync(SimChannel channel, SimUser reader, string text) =>
        AnswerAsync(channel, reader, () => Sim.UserRunsCommand(channel, reader, "/briefing", text));

    internal Task<SimMessage> ClickAsync(SimMessage message, SimUser reader, string label) =>
        AnswerAsync(message.Channel, reader, () => Sim.UserClicks(message, reader, message.Button(label)));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sim.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
