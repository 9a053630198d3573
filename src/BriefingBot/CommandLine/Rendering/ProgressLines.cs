using System.Globalization;
using BriefingBot.Indexing;
using Spectre.Console;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>Progress where no bar can be drawn: a line every few seconds, none for short runs.</summary>
internal sealed class ProgressLines(IAnsiConsole console, TimeProvider time) : IProgress<IndexingProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _told;

    public void Report(IndexingProgress value)
    {
        var elapsed = time.GetElapsedTime(_started);
        if (elapsed - _told < Interval) return;
        _told = elapsed;
        console.Line($"{IndexingProgressView.Phase(value.Phase)}: {ArticleRateColumn.Describe(value.Articles, value.Problems, elapsed)}{Left(value, elapsed)}");
    }

    private static string Left(IndexingProgress value, TimeSpan elapsed)
    {
        if (value.Phase != IndexingPhase.Reading || value.Bytes <= 0 || value.BytesTotal <= 0) return "";
        var done = (double)value.Bytes / value.BytesTotal;
        var left = elapsed * ((1 - done) / done);
        return string.Create(CultureInfo.InvariantCulture, $", {done:P0}, about {left.TotalSeconds:N0} s left");
    }
}
