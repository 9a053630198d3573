namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>Switches for what goes wrong at Discord; all off at first.</summary>
internal sealed class Faults
{
    private readonly Lock _sync = new();
    private readonly List<RestFault> _rest = [];
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

    /// <summary>The next calls whose "METHOD /path" contains <paramref name="call"/> get <paramref name="status"/> and nothing is done.</summary>
    public void Fail(string call, int status = 500, int times = 1) => Add(new RestFault(call, status, TimeSpan.Zero, Processed: false), times);

    /// <summary>The next matching calls are carried out, but the client sees a 502 and cannot know.</summary>
    public void LoseResponse(string call, int times = 1) => Add(new RestFault(call, 502, TimeSpan.Zero, Processed: true), times);

    /// <summary>The next matching calls are carried out, and answered late.</summary>
    public void Delay(string call, TimeSpan delay, int times = 1) => Add(new RestFault(call, 0, delay, Processed: true), times);

    internal RestFault? TakeRest(string call)
    {
        lock (_sync)
        {
            var fault = _rest.Find(fault => call.Contains(fault.Call, StringComparison.Ordinal));
            if (fault is not null) _rest.Remove(fault);
            return fault;
        }
    }

    internal bool TakeSwap()
    {
        lock (_sync) return _swaps > 0 && _swaps-- > 0;
    }

    private void Add(RestFault fault, int times)
    {
        lock (_sync) _rest.AddRange(Enumerable.Range(0, times).Select(_ => fault with { }));
    }
}

/// <param name="Status">The status the client sees; 0 for the true one.</param>
internal sealed record RestFault(string Call, int Status, TimeSpan Delay, bool Processed);
