namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>What a person sets at api.slack.com for the app, and what Slack itself chooses.</summary>
internal sealed record SimulatorSettings
{
    public string BotToken { get; init; } = "xoxb-1000-simulated-bot-token";

    /// <summary>The app-level token, with connections:write.</summary>
    public string AppToken { get; init; } = "xapp-1-A1000-simulated-app-token";

    public string SigningSecret { get; init; } = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The bot token's scopes; a method that needs another one is refused with missing_scope.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
    [
        "app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands", "files:read", "groups:history", "groups:read", "im:history", "im:read",
        "im:write", "mpim:history", "mpim:read", "users:read",
    ];

    /// <summary>The bot events that the app subscribes to (https://docs.slack.dev/reference/events).</summary>
    public IReadOnlyList<string> Events { get; init; } =
    [
        "app_home_opened", "app_mention", "assistant_thread_context_changed", "assistant_thread_started", "member_joined_channel", "message.channels", "message.groups",
        "message.im", "message.mpim",
    ];

    /// <summary>The slash commands that the app's manifest names.</summary>
    public IReadOnlyList<string> Commands { get; init; } = ["/briefing"];

    /// <summary>Callback ids of the shortcuts that the manifest names.</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = ["check_against_briefings"];

    /// <summary>How long the app has to acknowledge a delivery.</summary>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When an event that was not acknowledged comes again, each counted from the failure before it.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Slack pings each socket, in real time; the official client gives up when pings stop for 30 s.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From a disconnect message until Slack closes the socket itself.</summary>
    public TimeSpan DisconnectGrace { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan StreamLife { get; init; } = TimeSpan.FromMinutes(5);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
