namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>
/// One Identify per bucket (<c>shard_id % max_concurrency</c>) and interval, and a daily budget
/// (https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
/// </summary>
internal sealed class IdentifyGate(SimulatorSettings settings)
{
    private readonly Dictionary<int, DateTimeOffset> last = [];
    private DateTimeOffset dayStart = settings.Time.GetUtcNow();
    private int used;

    public int Remaining
    {
        get
        {
            Roll();
            return Math.Max(0, settings.IdentifiesPerDay - used);
        }
    }

    public TimeSpan ResetAfter => dayStart + TimeSpan.FromDays(1) - settings.Time.GetUtcNow();

    public bool TrySpend()
    {
        Roll();
        return ++used <= settings.IdentifiesPerDay;
    }

    public bool TryEnter(int shard)
    {
        var (bucket, now) = (shard % settings.MaxConcurrency, settings.Time.GetUtcNow());
        if (last.TryGetValue(bucket, out var before) && now - before < settings.IdentifyInterval) return false;
        last[bucket] = now;
        return true;
    }

    private void Roll()
    {
        if (settings.Time.GetUtcNow() - dayStart < TimeSpan.FromDays(1)) return;
        (dayStart, used) = (settings.Time.GetUtcNow(), 0);
    }
}
