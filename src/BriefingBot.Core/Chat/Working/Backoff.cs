namespace BriefingBot.Chat.Working;

/// <summary>How long to wait before the next attempt: doubling from two seconds to five minutes, or what the platform says if that is longer.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="failed">Attempts that have failed before this one, from 0 up.</param>
    public static TimeSpan After(int failed, TimeSpan? asked = null)
    {
        var doubled = First * Math.Pow(2, Math.Min(failed, 16));
        var own = doubled < Longest ? doubled : Longest;
        return asked > own ? asked.Value : own;
    }
}
