namespace BriefingBot.Chat.Connecting;

/// <summary>How long to wait before connecting again: doubling, with half of it left to chance so that many bots do not come back at once.</summary>
public sealed class ReconnectDelay(Random random)
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="failures">Connections in a row that came to nothing; none allows for connecting at once.</param>
    public TimeSpan After(int failures)
    {
        if (failures == 0) return TimeSpan.Zero;

        var full = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, failures - 1));
        return TimeSpan.FromSeconds(full * (0.5 + (random.NextDouble() / 2)));
    }
}
