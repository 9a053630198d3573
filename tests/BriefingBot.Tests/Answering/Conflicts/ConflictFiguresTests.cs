using System.Text.Json;
using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Conflicts;

namespace BriefingBot.Tests.Answering.Conflicts;

/// <summary>Holds the conflict finder to the figures in tests/README.md.</summary>
public sealed class ConflictFiguresTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Pair> Pairs =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answering", "Conflicts", "conflict-set.jsonl")).Select(line => JsonSerializer.Deserialize<Pair>(line, JsonSerializerOptions.Web)!)];

    [Theory]
    [InlineData("calibration", 0.96, 0.85)]
    [InlineData("held-back", 0.9, 0.6)]
    public void Few_conflicts_are_made_up_and_most_are_found(string set, double leastPrecision, double leastRecall)
    {
        var judged = Pairs.Where(pair => pair.Set == set).Select(pair => (Pair: pair, Found: pair.Find().Count > 0)).ToList();
        foreach (var (pair, found) in judged.Where(j => j.Pair.Conflict != j.Found)) output.WriteLine($"{(found ? "made up" : "missed")} ({pair.Why}): {pair.First} | {pair.Second}");
        double right = judged.Count(j => j.Found && j.Pair.Conflict);
        var (precision, recall) = (right / judged.Count(j => j.Found), right / judged.Count(j => j.Pair.Conflict));
        output.WriteLine($"{judged.Count} pairs, {judged.Count(j => j.Pair.Conflict)} conflicts: precision {precision:F2}, recall {recall:F2}");

        Assert.True(precision >= leastPrecision);
        Assert.True(recall >= leastRecall);
    }

    private sealed record Pair(bool Conflict, string Set, string Why, IReadOnlyList<int> Days, string First, string Second)
    {
        public IReadOnlyList<Conflict> Find() => ConflictFinder.Find([Of("Post", Days[0], First), Of("Echo", Days[1], Second)]);

        private static CitedText Of(string source, int day, string text) => new(text, "", source, new DateOnly(2026, 3, day));
    }
}
