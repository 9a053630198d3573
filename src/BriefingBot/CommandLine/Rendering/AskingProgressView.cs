using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Shows how many questions have been asked, on a terminal.</summary>
internal static class AskingProgressView
{
    public static Task<T> ShowAsync<T>(IAnsiConsole console, int questions, Func<IProgress<int>?, Task<T>> work) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => work(new Bar(context.AddTask("Asking", maxValue: questions))))
            : work(null);

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
