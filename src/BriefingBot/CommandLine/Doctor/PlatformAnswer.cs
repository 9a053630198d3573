namespace BriefingBot.CommandLine.Doctor;

/// <summary>A chat platform's answer, or none: a checkup does not wait as long as the service would.</summary>
internal static class PlatformAnswer
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    /// <exception cref="TimeoutException">There was none in time.</exception>
    public static async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> ask, TimeProvider time, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"there was no answer in {Most.TotalSeconds} seconds.");
        }
    }
}
