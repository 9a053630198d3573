using System.Collections.Concurrent;

namespace BriefingBot.Discord.Delivery;

/// <summary>
/// Interactions that are being acknowledged. They are stored first, so a reply may be ready before Discord knows of the
/// deferral that it is to replace; it waits for it here.
/// </summary>
internal sealed class Acknowledgements
{
    private readonly ConcurrentDictionary<Snowflake, TaskCompletionSource> _pending = new();

    /// <summary>Call before storing; dispose once Discord was told or could not be.</summary>
    public IDisposable Begin(Snowflake interaction)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[interaction] = done;
        return new Pending(this, interaction, done);
    }

    public Task WaitAsync(Snowflake interaction, CancellationToken cancellation) =>
        _pending.TryGetValue(interaction, out var pending) ? pending.Task.WaitAsync(cancellation) : Task.CompletedTask;

    private sealed class Pending(Acknowledgements owner, Snowflake interaction, TaskCompletionSource done) : IDisposable
    {
        public void Dispose()
        {
            owner._pending.TryRemove(KeyValuePair.Create(interaction, done));
            done.TrySetResult();
        }
    }
}
