namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>
/// One Identify per bucket (<c>shard_id % max_concurrency</c>) and interval, and a daily budget
/// (https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
/// </summary>
internal sealed class IdentifyGate(SimulatorSettings settings)
{
    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private DateTimeOffset _dayStart = settings.Time.GetUtcNow();
    private int _used;

    public int Remaining
    {
        get
        {
            Roll();
            return Math.Max(0, settings.IdentifiesPerDay - _used);
        }
    }

    public TimeSpan ResetAfter => _dayStart + TimeSpan.FromDays(1) - settings.Time.GetUtcNow();

    public bool TrySpend()
    {
        Roll();
        return ++_used <= settings.IdentifiesPerDay;
    }

    public bool TryEnter(int shard)
    {
        var (bucket, now) = (shard % settings.MaxConcurrency, settings.Time.GetUtcNow());
        if (_last.TryGetValue(bucket, out var before) && now - before < settings.IdentifyInterval) return false;
        _last[bucket] = now;
        return true;
    }

    private void Roll()
    {
        if (settings.Time.GetUtcNow() - _dayStart < TimeSpan.FromDays(1)) return;
        (_dayStart, _used) = (settings.Time.GetUtcNow(), 0);
    }
}
