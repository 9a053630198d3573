using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BriefingBot.CommandLine.Rendering;

/// <summary>"12,345 articles, 2,345/s, 3 problems" beside a progress bar.</summary>
internal sealed class ArticleRateColumn(TimeProvider time) : ProgressColumn
{
    private readonly long _started = time.GetTimestamp();
    private int _articles;
    private int _problems;

    protected override bool NoWrap => true;

    public void Report(int articles, int problems)
    {
        Volatile.Write(ref _articles, articles);
        Volatile.Write(ref _problems, problems);
    }

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(Describe(Volatile.Read(ref _articles), Volatile.Read(ref _problems), time.GetElapsedTime(_started)), Styles.Dim);

    public static string Describe(int articles, int problems, TimeSpan elapsed)
    {
        var rate = articles / Math.Max(elapsed.TotalSeconds, 0.001);
        var text = string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {rate:N0}/s");
        return problems == 0 ? text : $"{text}, {IndexingSummary.Problems(problems)}";
    }
}
