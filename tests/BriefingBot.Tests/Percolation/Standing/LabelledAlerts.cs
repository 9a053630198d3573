using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Digests.SameEvent;

namespace BriefingBot.Tests.Percolation.Standing;

/// <summary>What somebody waits for, and which of the invented articles they want to hear of.</summary>
/// <param name="Half"><c>calibration</c>, on which the weights were chosen, or <c>held-back</c>.</param>
/// <param name="Answers">Articles that have to be told.</param>
/// <param name="Either">Articles that may be told or not; no other one may.</param>
internal sealed record LabelledAlert(string Half, string Wording, IReadOnlyList<string> Answers, IReadOnlyList<string> Either);

/// <summary>The labelled alerts, and how well percolation agrees with them on the articles of the labelled pairs and some long ones that mention much in passing.</summary>
internal static class LabelledAlerts
{
    /// <summary>Of the articles of the pairs, those that were there when the alerts were labelled.</summary>
    private const int Labelled = 120;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Percolation", "Standing");

    public static IReadOnlyList<Article> Articles { get; } =
    [
        .. LabelledPairs.Articles.Take(Labelled),
        .. ArticleReaders.All.Read(new ArticleFile(Path.Combine(Folder, "articles.jsonl"), "articles.jsonl"), CancellationToken.None).Select(r => r.Article!),
    ];

    public static IReadOnlyList<LabelledAlert> All { get; } =
        [.. File.ReadLines(Path.Combine(Folder, "alerts.jsonl")).Select(line => JsonSerializer.Deserialize<LabelledAlert>(line, JsonSerializerOptions.Web)!)];

    /// <summary>Puts every article to all alerts of a half.</summary>
    public static Told Measure(string half)
    {
        using var desk = new NewsDesk([.. Articles]);
        var alerts = All.Where(a => a.Half == half).ToList();
        var percolator = new Percolator(alerts.Select(a => StandingQuery.Of(a.Wording, a.Wording, Read(desk, a.Wording), desk.Search)));
        var told = Articles.Where(a => !RoundUp.Is(a.Title)).SelectMany(a => percolator.Match(a).Select(q => (q.Id, a.Id.Value))).ToHashSet();
        var wanted = alerts.SelectMany(a => a.Answers.Select(id => (a.Wording, id))).ToHashSet();
        var either = alerts.SelectMany(a => a.Either.Select(id => (a.Wording, id))).ToHashSet();
        return new Told([.. told.Except(wanted).Except(either)], [.. wanted.Except(told)], told.Intersect(wanted).Count());
    }

    private static ScopeReading Read(NewsDesk desk, string wording) =>
        desk.Scopes.ReadAsync(new Question(wording, NewsDesk.Now), CancellationToken.None).AsTask().GetAwaiter().GetResult();
}

/// <summary>Articles told wrongly, missed, and told rightly.</summary>
internal sealed record Told(IReadOnlyList<(string, string)> Wrong, IReadOnlyList<(string, string)> Missed, int Right)
{
    public double Precision => (double)Right / (Right + Wrong.Count);

    public double Recall => (double)Right / (Right + Missed.Count);

    public override string ToString() => $"precision {Precision:0.000}, recall {Recall:0.000}\nwrong: {string.Join("\n  ", Wrong)}\nmissed: {string.Join("\n  ", Missed)}";
}
