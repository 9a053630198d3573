using System.Text.Json;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Uploads;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;
using BriefingBot.Slack.Receiving;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

/// <summary>The bot on Slack: envelopes handed to the inbox, replies delivered.</summary>
public sealed partial class SlackBot
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly SlackWebApi _api;
    private readonly Myself _myself;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MessageReceiver _messages;
    private readonly CommandReceiver _commands;
    private readonly InteractionReceiver _interactions;
    private readonly AppSurfaces _surfaces;

    public SlackBot(
        SlackWebApi api, SlackOptions options, ChatInbox inbox, IAnswerStore answers, IChannelSettingsStore settings, FileDownload files, TimeProvider time, ILogger<SlackBot> logger)
    {
        (_api, _myself, _time, _logger) = (api, new Myself(api), time, logger);
        var people = new People(api, options, _myself, time);
        Platform = new SlackPlatform(api, _myself, people);
        Ingest = new IngestPlatform(people, files, options);
        var intake = new Intake(api, inbox, people, _myself, time, logger);
        _messages = new MessageReceiver(intake, answers, settings, _myself);
        _commands = new CommandReceiver(intake);
        _interactions = new InteractionReceiver(intake);
        _surfaces = new AppSurfaces(api, answers, people, logger);
    }

    /// <summary>What the bot's token must be allowed to do: https://docs.slack.dev/reference/scopes.</summary>
    public static IReadOnlyList<string> RequiredScopes => Scopes.Required;

    /// <summary>Where the chat worker delivers; it works without <see cref="RunAsync"/>, too.</summary>
    public IChatPlatform Platform { get; }

    /// <summary>What the core asks about channels that take articles.</summary>
    public IIngestPlatform Ingest { get; }

    /// <summary>Stays connected until cancelled.</summary>
    /// <param name="connection">Null for running over HTTP only: then all that comes is handed to <see cref="ReceiveAsync"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SlackException">It cannot go on before someone changes something, which the message says.</exception>
    public async Task RunAsync(ISlackConnection? connection, CancellationToken cancellation)
    {
        await CheckAsync(cancellation);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var connected = connection?.RunAsync(ReceiveAsync, stopping.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping.Token);
        if (await Task.WhenAny(connected, _api.TokenRefused) != connected)
        {
            await stopping.CancelAsync();
            await connected.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw await _api.TokenRefused;
        }

        await connected;
    }

    /// <summary>Says in the log which workspace and bot the token is for, and which scopes it lacks.</summary>
    private async Task CheckAsync(CancellationToken cancellation)
    {
        var me = await WhenThereAsync(cancellation);
        LogWorkspace(_logger, me.Team ?? me.TeamId, me.User ?? me.UserId);
        if (me.Missing(RequiredScopes) is { Count: > 0 } missing) LogMissing(_logger, string.Join(", ", missing));
    }

    /// <summary>Takes what came from a connection or by a request. Once this returns it is stored: acknowledge it.</summary>
    public ValueTask ReceiveAsync(Envelope envelope, CancellationToken cancellation) => envelope.Type switch
    {
        Envelope.Events => ReceiveEventAsync(envelope.Payload.At("event") ?? default, cancellation),
        Envelope.SlashCommand => _commands.ReceiveAsync(envelope.Payload, cancellation),
        Envelope.Interactive => _interactions.ReceiveAsync(envelope.Payload, cancellation),
        _ => ValueTask.CompletedTask,
    };

    private ValueTask ReceiveEventAsync(JsonElement received, CancellationToken cancellation) => received.Text("type") switch
    {
        Subscriptions.AppMention or Subscriptions.Message => _messages.ReceiveAsync(received, cancellation),
        Subscriptions.AppHomeOpened => _surfaces.OpenHomeAsync(received, cancellation),
        Subscriptions.AssistantThreadStarted => _surfaces.StartThreadAsync(received, cancellation),
        _ => ValueTask.CompletedTask,
    };

    /// <summary>Slack may be away when the bot starts; that is no reason to give up.</summary>
    private async Task<Identity> WhenThereAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await _myself.GetAsync(cancellation);
            }
            catch (SlackException e) when (e.IsTransient)
            {
                var wait = e.RetryAfter > Again ? e.RetryAfter.Value : Again;
                LogUnavailable(_logger, e.Message, wait);
                await Task.Delay(wait, _time, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: {Bot} in the workspace {Workspace}")]
    private static partial void LogWorkspace(ILogger logger, string workspace, string bot);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack: the token lacks the scopes {Scopes}. Add them on the app's page OAuth & Permissions, or paste the manifest again, and reinstall the app.")]
    private static partial void LogMissing(ILogger logger, string scopes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: {Reason} Asking again in {Wait}.")]
    private static partial void LogUnavailable(ILogger logger, string reason, TimeSpan wait);
}
