using System.Collections.Concurrent;

namespace BriefingBot.Discord.Delivery;

/// <summary>At most one edit of a response in a second.</summary>
internal sealed class EditPace(TimeProvider time)
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Snowflake, long> _edited = new();

    public void Note(Snowflake interaction) => _edited[interaction] = time.GetTimestamp();

    /// <summary>Waits until the response may be edited again, which is then the last time.</summary>
    public async Task WaitAsync(Snowflake interaction, CancellationToken cancellation)
    {
        if (!_edited.TryRemove(interaction, out var last)) return;
        var left = Between - time.GetElapsedTime(last);
        if (left > TimeSpan.Zero) await Task.Delay(left, time, cancellation);
    }
}
