using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>
/// A newsroom's articles, the simulated Discord, and the real program as a service between them. As the fixture of a class
/// it is shared: each test takes channels and people of its own.
/// </summary>
public class DiscordNewsroom : IAsyncLifetime
{
    private readonly SimulatorSettings _simulated;
    private readonly (string Key, string Value)[] _settings;
    private RunningService? _service;

    public DiscordNewsroom()
        : this(new SimulatorSettings())
    {
    }

    /// <param name="settings">The program's settings beside token and address.</param>
    internal DiscordNewsroom(SimulatorSettings simulated, params (string Key, string Value)[] settings) => (_simulated, _settings) = (simulated, settings);

    internal Newsroom Room { get; } = new();

    internal DiscordSimulator Sim { get; private set; } = null!;

    internal SimGuild Guild { get; private set; } = null!;

    internal RunningService Service => _service ?? throw new InvalidOperationException("The service is not running.");

    internal string Errors => Service.Errors;

    public virtual async ValueTask InitializeAsync()
    {
        Sim = await DiscordSimulator.StartAsync(_simulated);
        Guild = Sim.AddGuild("press");
        Start();
        await OnlineAsync();
    }

    internal void Start() =>
        _service = RunningService.Start(Room, [("Discord:Token", Sim.Token), ("Discord:BaseUrl", Sim.ApiUrl), .. _settings]);

    /// <summary>Until the bot itself knows that it is: what breaks before that takes its session along.</summary>
    internal Task OnlineAsync() => UntilAsync(
        () => Sim.SessionsOnline > 0 && (Errors.Contains(": READY", StringComparison.Ordinal) || Errors.Contains(": RESUMED", StringComparison.Ordinal)), "the bot came online");

    internal async Task KillAsync()
    {
        await Service.KillAsync();
        await DiscordSimulator.Until(() => Sim.SessionsOnline == 0, "the bot to be gone");
    }

    internal async Task RestartAsync()
    {
        await KillAsync();
        Start();
        await OnlineAsync();
    }

    internal (SimChannel Channel, SimUser Reader) Place(string name = "news") => (Sim.AddChannel(Guild, name), Sim.AddUser("reader"));

    internal Task UntilAsync(Func<bool> condition, string what, double seconds = 30) => Service.UntilAsync(condition, what, seconds);

    /// <summary>Does something and gives the message that the bot then shows to the person there.</summary>
    internal async Task<SimMessage> AnswerAsync(SimChannel channel, SimUser reader, Action act)
    {
        var before = Sim.Answers(channel, reader).Select(message => message.Id).ToHashSet();
        act();
        SimMessage? answer = null;
        // On a busy machine it says first that it is at work.
        await UntilAsync(
            () => (answer = Sim.Answers(channel, reader).FirstOrDefault(m => !before.Contains(m.Id) && !m.Content.StartsWith("Searching", StringComparison.Ordinal))) is not null,
            "an answer came");
        return answer!;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        await Sim.DisposeAsync();
        Room.Dispose();
        GC.SuppressFinalize(this);
    }
}
