using System.Collections.Concurrent;

namespace BriefingBot.Discord.Receiving;

/// <summary>
/// Who was told of late to wait. Once a minute is enough: a person who keeps on asking would else use up what the channel's
/// limit leaves for answers.
/// </summary>
internal sealed class Refusals(TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Snowflake, long> _told = new();

    /// <summary>Whether it is time to tell this person; it then counts as done.</summary>
    public bool Take(Snowflake person)
    {
        foreach (var (known, at) in _told)
        {
            if (time.GetElapsedTime(at) >= Between) _told.TryRemove(KeyValuePair.Create(known, at));
        }

        return _told.TryAdd(person, time.GetTimestamp());
    }
}
