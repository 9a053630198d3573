using BriefingBot.Indexing;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Shows how far indexing is: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class IndexingProgressView
{
    public static Task<T> ShowAsync<T>(IAnsiConsole console, TimeProvider time, Func<IProgress<IndexingProgress>, Task<T>> work) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true } ? ShowBarAsync(console, time, work) : work(new ProgressLines(console, time));

    /// <summary>What is being done, in words.</summary>
    public static string Phase(IndexingPhase phase) => phase switch
    {
        IndexingPhase.CatchingUp => "Making the search index",
        IndexingPhase.Reading => "Reading",
        _ => "Grouping near-copies",
    };

    private static Task<T> ShowBarAsync<T>(IAnsiConsole console, TimeProvider time, Func<IProgress<IndexingProgress>, Task<T>> work)
    {
        var rate = new ArticleRateColumn(time);
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), rate, new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBar(context.AddTask(Phase(IndexingPhase.Reading)), rate)));
    }

    private sealed class ProgressBar(ProgressTask task, ArticleRateColumn rate) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            task.Description = Phase(value.Phase);
            task.IsIndeterminate = value.Phase != IndexingPhase.Reading || value.BytesTotal == 0;
            task.MaxValue = Math.Max(1, value.BytesTotal);
            task.Value = value.Bytes;
            rate.Report(value.Articles, value.Problems);
        }
    }
}
