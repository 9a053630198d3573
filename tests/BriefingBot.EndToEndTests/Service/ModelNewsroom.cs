using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.SemanticKernel;
using BriefingBot.Slack;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The service on a simulated Discord and a simulated Slack, its answers written by a simulated language model.</summary>
public class ModelNewsroom : ServiceNewsroom
{
    private readonly (string Key, string Value)[] _settings;

    public ModelNewsroom()
        : this([])
    {
    }

    /// <param name="settings">The program's settings beside tokens, addresses and times; later ones win.</param>
    internal ModelNewsroom(params (string Key, string Value)[] settings) => _settings = settings;

    internal DiscordSimulator Discord { get; private set; } = null!;

    internal SlackSimulator Slack { get; private set; } = null!;

    internal LlmSimulator Llm { get; private set; } = null!;

    internal SimGuild Guild { get; private set; } = null!;

    /// <summary>What the model writes; good at first.</summary>
    internal Func<LlmRequest, LlmReply> Writes { get; set; } = ModelBehaviour.Good;

    /// <summary>What the model makes of a follow-up; at first it leaves it as it is.</summary>
    internal Func<LlmRequest, LlmReply> Rewrites { get; set; } = request => LlmReply.Of(request.Question);

    private protected override IEnumerable<(string Key, string Value)> Settings => new Dictionary<string, string>(
    [
        .. Pairs(("Discord:Token", Discord.Token), ("Discord:BaseUrl", Discord.ApiUrl)),
        .. Pairs(("Slack:BotToken", Slack.BotToken), ("Slack:AppToken", Slack.AppToken), ("Slack:BaseUrl", Slack.ApiUrl)),
        .. Pairs(Llm.Settings(LlmOptions.OpenAICompatible)),
    ]).Concat(Pairs(_settings)).Select(pair => (pair.Key, pair.Value));

    public override async ValueTask InitializeAsync()
    {
        Discord = await DiscordSimulator.StartAsync();
        Guild = Discord.AddGuild("press");
        Slack = await SlackSimulator.StartAsync(new Simulators.Slack.SimulatorSettings { Scopes = SlackBot.RequiredScopes, Events = SlackNewsroom.SubscribedEvents });
        Llm = await LlmSimulator.StartAsync(request => request.IsRewriting ? Rewrites(request) : Writes(request));
        await base.InitializeAsync();
    }

    internal override async Task OnlineAsync()
    {
        await UntilAsync(() => Discord.SessionsOnline > 0 && (Errors.Contains(": READY", StringComparison.Ordinal) || Errors.Contains(": RESUMED", StringComparison.Ordinal)), "the bot came online on Discord");
        await UntilAsync(() => Slack.SocketsOnline == 2 && Errors.Split("a socket is open").Length > 2, "the bot came online on Slack");
    }

    internal override async Task KillAsync()
    {
        await base.KillAsync();
        await UntilGoneAsync();
    }

    /// <summary>A place of its own with a person of its own.</summary>
    internal ChatWindow Window(string kind)
    {
        var window = ChatWindow.Of(kind, this);
        Windows.Add(window);
        return window;
    }

    /// <summary>All that were taken.</summary>
    internal List<ChatWindow> Windows { get; } = [];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Discord.DisposeAsync();
        await Slack.DisposeAsync();
        await Llm.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task UntilGoneAsync() => Waiting.Until(() => Discord.SessionsOnline == 0 && Slack.SocketsOnline == 0, "the bot to be gone", 15);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params IEnumerable<(string Key, string Value)> settings) => settings.Select(s => KeyValuePair.Create(s.Key, s.Value));
}
