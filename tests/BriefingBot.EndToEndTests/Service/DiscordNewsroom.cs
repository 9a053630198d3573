using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The service on a simulated Discord.</summary>
public class DiscordNewsroom : ServiceNewsroom
{
    private readonly SimulatorSettings _simulated;
    private readonly (string Key, string Value)[] _settings;

    public DiscordNewsroom()
        : this(new SimulatorSettings())
    {
    }

    /// <param name="settings">The program's settings beside token and address.</param>
    internal DiscordNewsroom(SimulatorSettings simulated, params (string Key, string Value)[] settings) => (_simulated, _settings) = (simulated, settings);

    internal DiscordSimulator Sim { get; private set; } = null!;

    internal SimGuild Guild { get; private set; } = null!;

    private protected override IEnumerable<(string Key, string Value)> Settings => [("Discord:Token", Sim.Token), ("Discord:BaseUrl", Sim.ApiUrl), ("Discord:FilesUrl", Sim.FilesUrl), .. _settings];

    public override async ValueTask InitializeAsync()
    {
        Sim = await DiscordSimulator.StartAsync(_simulated);
        Guild = Sim.AddGuild("press");
        await base.InitializeAsync();
    }

    internal override Task OnlineAsync() => UntilAsync(
        () => Sim.SessionsOnline > 0 && (Errors.Contains(": READY", StringComparison.Ordinal) || Errors.Contains(": RESUMED", StringComparison.Ordinal)), "the bot came online");

    internal override async Task KillAsync()
    {
        await base.KillAsync();
        await DiscordSimulator.Until(() => Sim.SessionsOnline == 0, "the bot to be gone");
    }

    internal (SimChannel Channel, SimUser Reader) Place(string name = "news") => (Sim.AddChannel(Guild, name), Sim.AddUser("reader"));

    /// <summary>Does something and gives the message that the bot then shows to the person there.</summary>
    internal Task<SimMessage> AnswerAsync(SimChannel channel, SimUser reader, Action act) => NewAsync(() => Sim.Answers(channel, reader), message => message.Content, act);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sim.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
