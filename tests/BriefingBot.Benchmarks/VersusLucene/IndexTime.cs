using System.Diagnostics;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>How long indexing took by the clock, and how much processor time: the latter means something on a busy machine too.</summary>
internal readonly record struct IndexTime(TimeSpan Clock, TimeSpan Processor)
{
    public static async Task<IndexTime> OfAsync(Func<Task> work)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return new IndexTime(Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - used);
    }
}
