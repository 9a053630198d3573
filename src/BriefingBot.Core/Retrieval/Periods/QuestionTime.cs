using BriefingBot.Articles;

namespace BriefingBot.Retrieval.Periods;

/// <summary>What a question says about time.</summary>
/// <param name="Scope">The days it is about; null when it names none.</param>
/// <param name="Mentions">Every expression that took part in the scope, in order: words that need not be searched for.</param>
/// <param name="SubjectYears">
/// The years written in the question, in order and each once, whether or not they became a scope: "the 2022 World Cup"
/// has no scope, but hints at when its news was written.
/// </param>
/// <param name="WantsLatest">True when it asks for the newest state of things ("the latest on Libya"): an order, not a scope.</param>
public sealed record QuestionTime(
    TimeScope? Scope, IReadOnlyList<TextSpan> Mentions, IReadOnlyList<int> SubjectYears, bool WantsLatest)
{
    internal const int FirstYear = 1800;

    internal const int LastYear = 2200;

    private static readonly string[] LatestWords =
        ["latest", "newest", "most recent", "most recently", "right now", "currently", "at the moment", "as of now", "the current", "what's new", "what’s new", "what is new"];

    /// <summary>Reads a question of any length and content; never throws on what it says.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="asOf">When it is asked; nothing later is ever in scope.</param>
    /// <param name="zone">Whose calendar decides which day <paramref name="asOf"/> is; by default that of its own offset.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not from 1801 to 2199.</exception>
    public static QuestionTime Read(string question, DateTimeOffset asOf, TimeZoneInfo? zone = null)
    {
        if (asOf.Year is < FirstYear + 1 or > LastYear - 1) throw new ArgumentOutOfRangeException(nameof(asOf), asOf, "No questions are asked then.");
        var now = zone is null ? asOf.DateTime : TimeZoneInfo.ConvertTime(asOf, zone).DateTime;
        var scopes = new List<TimeScope>();
        foreach (var mention in DateRecognizer.Find(question, now))
        {
            if (TimeScopeReader.Read(question, mention, DateOnly.FromDateTime(now)) is { } scope) scopes.Add(scope);
        }

        return new QuestionTime(TimeScope.Combine(scopes), [.. scopes.Select(s => s.Mention)], YearsIn(question), AsksForLatest(question));
    }

    private static bool AsksForLatest(string question) => LatestWords.Any(words => WordScan.ContainsWords(question, words));

    private static List<int> YearsIn(string question)
    {
        var years = new List<int>();
        foreach (var word in WordScan.Words(question))
        {
            if (DateWords.Year(question.AsSpan(word.Start, word.Length)) is { } year && !WordScan.IsAmount(question, word) && !years.Contains(year)) years.Add(year);
        }

        return years;
    }
}
