namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>Switches for what goes wrong at Discord; all off at first.</summary>
internal sealed class Faults : CallFaults
{
    private readonly Lock _sync = new();
    private int _swaps;

    /// <summary>Heartbeats are no longer acknowledged: a zombie connection.</summary>
    public bool StopAcks { get; set; }

    /// <summary>Every dispatch is sent a second time under the next sequence number.</summary>
    public bool DuplicateDispatches { get; set; }

    /// <summary>A resume replays this many dispatches that the client already had.</summary>
    public int ReplayOverlap { get; set; }

    /// <summary>Every object sent carries fields that no documentation names.</summary>
    public bool UnknownFields { get; set; }

    /// <summary>New sockets are refused with HTTP 503.</summary>
    public bool RefuseSockets { get; set; }

    /// <summary>The next <paramref name="pairs"/> dispatches of a session arrive after the dispatch that followed them.</summary>
    public void SwapDispatches(int pairs = 1)
    {
        lock (_sync) _swaps += pairs;
    }

    /// <summary>The next matching calls are carried out, but the client sees a 502 and cannot know.</summary>
    public void LoseResponse(string call, int times = 1) => Add(new CallFault(call, 502, TimeSpan.Zero, Processed: true), times);

    internal bool TakeSwap()
    {
        lock (_sync) return _swaps > 0 && _swaps-- > 0;
    }
}
