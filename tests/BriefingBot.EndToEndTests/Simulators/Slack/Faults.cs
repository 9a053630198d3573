namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>Switches for what goes wrong at Slack; all off at first. Calls are named by their method, or "response_url".</summary>
internal sealed class Faults : CallFaults
{
    private readonly Lock _sync = new();
    private int _lostAcknowledgements;

    /// <summary>Every envelope is sent a second time, the same to its id.</summary>
    public bool DuplicateEnvelopes { get; set; }

    /// <summary>Acknowledgements count only this much later: Slack delivers again what the app had acknowledged.</summary>
    public TimeSpan AcknowledgementDelay { get; set; }

    /// <summary>New sockets are refused with HTTP 503.</summary>
    public bool RefuseSockets { get; set; }

    /// <summary>Trigger ids are expired as soon as they are made.</summary>
    public bool ExpiredTriggers { get; set; }

    /// <summary>The app was uninstalled or its tokens were revoked: every call with the bot's token is refused.</summary>
    public bool BotTokenRevoked { get; set; }

    /// <summary>Every object sent carries fields that no documentation names.</summary>
    public bool UnknownFields { get; set; }

    /// <summary>The next matching calls are answered with <c>ok: false</c> and <paramref name="code"/>; nothing is done.</summary>
    public void Refuse(string method, string code, int times = 1) => Add(new CallFault(method, 200, TimeSpan.Zero, Processed: false, code), times);

    /// <summary>The next matching calls are carried out, but the connection is cut where the answer would begin.</summary>
    public void LoseResponse(string method, int times = 1) => Add(new CallFault(method, 0, TimeSpan.Zero, Processed: true, Cut: true), times);

    /// <summary>The next acknowledgements never arrive.</summary>
    public void LoseAcknowledgements(int times = 1)
    {
        lock (_sync) _lostAcknowledgements += times;
    }

    internal bool TakeLostAcknowledgement()
    {
        lock (_sync) return _lostAcknowledgements > 0 && _lostAcknowledgements-- > 0;
    }
}
