namespace BriefingBot.EndToEndTests.Simulators;

internal static class Waiting
{
    /// <summary>Waits in real time until something is so; fails with <paramref name="what"/> when it does not come.</summary>
    public static async Task Until(Func<bool> condition, string what, double seconds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(started).TotalSeconds > seconds) throw new TimeoutException($"Waited {seconds} s in vain: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }
}
