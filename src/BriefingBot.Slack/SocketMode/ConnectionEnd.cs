namespace BriefingBot.Slack.SocketMode;

/// <summary>Why a socket is to be replaced.</summary>
/// <param name="Recovery">What to do next.</param>
/// <param name="Reason">For the log; when <see cref="Recovery.Stop"/>, what a person has to change.</param>
/// <param name="Cause">The failure, if there was one.</param>
internal sealed record ConnectionEnd(Recovery Recovery, string Reason, Exception? Cause = null)
{
    /// <summary>How long Slack wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What Slack says before it closes a socket: https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect.</summary>
    public static ConnectionEnd Of(string? reason) => reason switch
    {
        "link_disabled" => new(Recovery.Stop, "Slack closed the socket because Socket Mode is off; switch it on under Socket Mode of the app at https://api.slack.com/apps."),
        "too_many_websockets" => new(Recovery.StandBack, $"the app holds more sockets than Slack allows; lower {SlackOptions.Section}:{nameof(SlackOptions.Connections)} or stop the other programs that use its token"),
        _ => new(Recovery.Replace, $"Slack asked to replace the socket ({reason})"),
    };
}

internal enum Recovery
{
    /// <summary>Open the next one, then leave this one, which is still good.</summary>
    Replace,

    /// <summary>This one is over, or good for nothing.</summary>
    Reconnect,

    /// <summary>There are others in its place: as long as that is so, the next one fares no better.</summary>
    StandBack,

    /// <summary>Connecting again would end the same way.</summary>
    Stop,
}
