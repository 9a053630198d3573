using System.Collections.Concurrent;

namespace BriefingBot.Chat.Inbox;

/// <summary>
/// Who was told of late that there is no answer. Once a minute is enough: a person who keeps on asking would else use up what
/// a platform's limits leave for answers.
/// </summary>
public sealed class Refusals(TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);

    /// <summary>Whether it is time to tell this person; it then counts as done.</summary>
    public bool Take(string person)
    {
        foreach (var (known, at) in _told)
        {
            if (time.GetElapsedTime(at) >= Between) _told.TryRemove(KeyValuePair.Create(known, at));
        }

        return _told.TryAdd(person, time.GetTimestamp());
    }
}
