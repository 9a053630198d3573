namespace BriefingBot.Chat.Requests;

/// <summary>Wants to be told when something arrives on a topic.</summary>
/// <param name="Topic">As the person wrote it.</param>
public sealed record AlertRequest(string Topic) : ChatRequest
{
    public override bool IsPrivate => true;
}

/// <summary>Shows or changes the alerts of a channel.</summary>
/// <param name="Id">Which one; empty where there is only one.</param>
/// <param name="Topic">For <see cref="AlertAction.Test"/>: a topic in place of an alert.</param>
public sealed record AlertsRequest(AlertAction Action, string Id = "", string Topic = "") : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;
}

public enum AlertAction
{
    List,

    /// <summary>Watches for nothing until it is resumed.</summary>
    Pause,
    Resume,

    /// <summary>Tells nothing for a week, then what came meanwhile.</summary>
    Mute,
    Remove,

    /// <summary>What it would have told lately.</summary>
    Test,
}

/// <summary>A bundle of what an alert has to tell; nobody has asked.</summary>
/// <param name="Bundle">Its number, from 1 up.</param>
public sealed record DueAlert(string Alert, int Bundle) : ChatRequest
{
    public override bool IsAwaited => false;
}
