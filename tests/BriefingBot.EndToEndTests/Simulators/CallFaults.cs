namespace BriefingBot.EndToEndTests.Simulators;

/// <summary>What goes wrong with calls to a platform: each fault takes the next call that it names, once.</summary>
internal abstract class CallFaults
{
    private readonly Lock _sync = new();
    private readonly List<CallFault> _faults = [];

    /// <summary>The next calls whose name contains <paramref name="call"/> get <paramref name="status"/> and nothing is done.</summary>
    public void Fail(string call, int status = 500, int times = 1) => Add(new CallFault(call, status, TimeSpan.Zero, Processed: false), times);

    /// <summary>The next matching calls are carried out, and answered late.</summary>
    public void Delay(string call, TimeSpan delay, int times = 1) => Add(new CallFault(call, 0, delay, Processed: true), times);

    internal CallFault? TakeCall(string call)
    {
        lock (_sync)
        {
            var fault = _faults.Find(fault => call.Contains(fault.Call, StringComparison.Ordinal));
            if (fault is not null) _faults.Remove(fault);
            return fault;
        }
    }

    protected void Add(CallFault fault, int times)
    {
        lock (_sync) _faults.AddRange(Enumerable.Range(0, times).Select(_ => fault with { }));
    }
}

/// <param name="Status">The status the client sees; 0 for the true one.</param>
/// <param name="Code">Slack's error in place of the true answer.</param>
/// <param name="Cut">The connection ends where the answer would begin.</param>
internal sealed record CallFault(string Call, int Status, TimeSpan Delay, bool Processed, string? Code = null, bool Cut = false);
