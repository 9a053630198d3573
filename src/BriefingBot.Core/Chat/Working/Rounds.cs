namespace BriefingBot.Chat.Working;

/// <summary>Looks again and again for what is due. What goes wrong is told and looked for again: a process that runs for months outlives a full disk.</summary>
internal static class Rounds
{
    /// <summary>Works until cancelled.</summary>
    /// <param name="look">Does what is due and says how long there is nothing more to do.</param>
    /// <param name="afterFailure">How long to wait when that did not work out.</param>
    /// <param name="report">Told what went wrong.</param>
    /// <param name="what">What went wrong then, for people: "The alerts cannot be read".</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task<TimeSpan>> look, TimeSpan afterFailure, Action<ChatTrouble> report, string what, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            var wait = afterFailure;
            try
            {
                wait = await look(cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                report(new ChatTrouble("", $"{what}: {e.Message}", e));
            }

            await Task.Delay(wait, time, cancellation);
        }
    }
}
