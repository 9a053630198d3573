using System.Threading.Channels;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Sends a heartbeat each interval, the first one after a random part of it, and notices when the one before was not
/// acknowledged: https://discord.com/developers/docs/events/gateway#sending-heartbeats.
/// </summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly Channel<bool> _ticks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ITimer _timer;
    private readonly Task _loop;
    private volatile bool _acknowledged = true;

    /// <param name="interval">As Discord said.</param>
    /// <param name="jitter">0 to 1: the part of the interval before the first heartbeat.</param>
    /// <param name="send">Sends one.</param>
    /// <param name="isReading">False while no one reads acknowledgements, which then say nothing.</param>
    /// <param name="onLost">Called once when the connection is dead: unacknowledged, or sending failed.</param>
    /// <param name="time">The clock.</param>
    public Heartbeat(TimeSpan interval, double jitter, Func<Task> send, Func<bool> isReading, Func<Exception?, Task> onLost, TimeProvider time)
    {
        _loop = BeatAsync(send, isReading, onLost);
        _timer = time.CreateTimer(_ => _ticks.Writer.TryWrite(true), null, interval * jitter, interval);
    }

    public void Acknowledge() => _acknowledged = true;

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        _ticks.Writer.TryComplete();
        await _loop;
    }

    private async Task BeatAsync(Func<Task> send, Func<bool> isReading, Func<Exception?, Task> onLost)
    {
        Exception? cause = null;
        try
        {
            await foreach (var _ in _ticks.Reader.ReadAllAsync())
            {
                if (!_acknowledged && isReading())
                {
                    await onLost(null);
                    return;
                }

                _acknowledged = false;
                await send();
            }

            return;
        }
        catch (Exception e)
        {
            // Whatever it was: without heartbeats the connection is as good as gone, and the reader must know.
            cause = e;
        }

        await onLost(cause);
    }
}
