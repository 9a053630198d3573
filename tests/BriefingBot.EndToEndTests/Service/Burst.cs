using System.Globalization;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Questions about distinct <see cref="Towns"/>, in many ways, and what became of them.</summary>
internal abstract class Burst(ServiceNewsroom scene)
{
    private readonly Dictionary<int, DateTimeOffset> _asked = [];

    public IEnumerable<int> Lost => _asked.Keys.Where(town => AnswersTo(town).Count == 0);

    public IEnumerable<int> Repeated => _asked.Keys.Where(town => AnswersTo(town).Count > 1);

    public void Ask(int first, int count)
    {
        foreach (var town in Enumerable.Range(first, count)) _asked[town] = Ask(town);
    }

    public Task AnsweredAsync(int count) => scene.UntilAsync(() => _asked.Keys.Count(town => AnswersTo(town).Count > 0) >= count, $"{count} questions were answered", seconds: 90);

    public string Figures(TimeSpan took)
    {
        var waits = _asked.Keys.Where(town => AnswersTo(town).Count > 0).Select(town => (AnswersTo(town)[0] - _asked[town]).TotalSeconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {_asked.Count} questions in {took.TotalSeconds:0.0} s: {waits.Count} answered, {Repeated.Count()} repeated, {Lost.Count()} lost
            from question to answer: p50 {waits[waits.Count / 2]:0.00} s, p95 {waits[waits.Count * 95 / 100]:0.00} s, longest {waits[^1]:0.00} s
            {Traffic}
            """);
    }

    /// <summary>What else went over the wire.</summary>
    protected abstract string Traffic { get; }

    /// <summary>Asks about the town and gives the time.</summary>
    protected abstract DateTimeOffset Ask(int town);

    /// <summary>When the answers about the town were shown.</summary>
    protected abstract IReadOnlyList<DateTimeOffset> AnswersTo(int town);
}
