using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Digests.Clustering;
using BriefingBot.Passages;

namespace BriefingBot.Digests;

/// <summary>What can be told from the outside of a report to be new: figures, names and outcomes. Values are normalised for comparison.</summary>
/// <param name="Figures">Numbers: "2600" for "2,600 hectares", "9" for "nine people", "2.1m" for "2.1 million".</param>
/// <param name="Names">Words that are written like names, in lower case.</param>
/// <param name="Outcomes">Stems of words that tell how something went: "arrested", "resigned".</param>
public sealed partial record StoryFacts(IReadOnlySet<string> Figures, IReadOnlySet<string> Names, IReadOnlySet<string> Outcomes)
{
    private static readonly string[] Counts = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly HashSet<string> OutcomeStems = EnglishTerms.StemsOf(
        """
        arrested charged convicted acquitted guilty sentenced jailed released extradited died dead killed found rescued
        recovered resigned quit dismissed fired appointed elected won lost defeated conceded agreed signed approved
        rejected vetoed banned suspended cancelled postponed ended reopened closed collapsed contained evacuated withdrawn
        recalled acquired bankrupt settled appealed overturned passed
        """);

    /// <summary>Of the headlines and first sentences of articles.</summary>
    internal static StoryFacts Of(IEnumerable<Article> articles)
    {
        var facts = articles.SelectMany(a => StoryOpening.Texts(a, StoryOpening.Sentences)).Select(Read).ToList();
        return new StoryFacts(Union(facts.Select(f => f.Figures)), Union(facts.Select(f => f.Names)), Union(facts.Select(f => f.Outcomes)));
    }

    internal StoryFacts With(StoryFacts more) => new(Union([Figures, more.Figures]), Union([Names, more.Names]), Union([Outcomes, more.Outcomes]));

    /// <summary>The figures of a text with a word or two around them, by their normalised values.</summary>
    internal static IEnumerable<(string Value, string Wording)> FiguresIn(string text) =>
        FigurePattern().Matches(text).Where(m => !IsYear(m.Groups["number"].Value)).Select(m => (Normal(m), m.Value.TrimEnd(' ', '.', ',')));

    /// <summary>Names of two and more words in a sentence: a person, an organisation.</summary>
    internal static IEnumerable<string> FullNamesIn(string sentence) =>
        NamePattern().Matches(sentence).Select(m => string.Join(' ', m.Value.Split(' ').SkipWhile(w => IsTitle(w)))).Where(name => name.Contains(' ', StringComparison.Ordinal));

    internal static IEnumerable<(string Stem, string Wording)> OutcomesIn(string text) =>
        EnglishTerms.Of(text).Where(t => OutcomeStems.Contains(t.Stem)).Select(t => (t.Stem, t.Span.Of(text)));

    private static StoryFacts Read(string text) => new(
        FiguresIn(text).Select(f => f.Value).ToHashSet(StringComparer.Ordinal),
        SentenceShape.Bare(text).Where(w => char.IsUpper(w[0])).Select(LastWordOf).ToHashSet(StringComparer.Ordinal),
        OutcomesIn(text).Select(o => o.Stem).ToHashSet(StringComparer.Ordinal));

    /// <summary>By which a name is recognised when it comes again: "paredes" of "Ines Paredes".</summary>
    internal static string LastWordOf(string name) =>
        name[(name.LastIndexOf(' ') + 1)..].Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsTitle(string word) => EnglishTerms.StemsOf(word) is var stems && (stems.Count == 0 || stems.All(s => RoleWords.Contains(s) || RoleWords.IsCalendar(s)));

    // A year says when, not how much.
    private static bool IsYear(string number) => number.Length == 4 && number.All(char.IsAsciiDigit) && number[0] is '1' or '2';

    private static string Normal(Match figure)
    {
        var number = figure.Groups["number"].Value.ToLowerInvariant();
        var value = Array.IndexOf(Counts, number) is >= 0 and var count ? $"{count + 2}" : number.Replace(",", "", StringComparison.Ordinal);
        return figure.Groups["scale"] is { Success: true } scale ? $"{value}{scale.Value[..1].ToLowerInvariant()}" : value;
    }

    private static HashSet<string> Union(IEnumerable<IEnumerable<string>> sets) => sets.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);

    // No time of day, no day of a month before or behind it, no ordinal, no part of a word; then its scale and the word that it counts.
    [GeneratedRegex(
        @"(?<![\w:.,-])(?<!\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\p{Ll}*\.? )[$£€]?(?<number>\d+(,\d{3})*(\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w:]|[.,]\d)(?! ?[ap]\.?m\b)(?! (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\b)(%| ?(?<scale>thousand|million|billion|trillion)\b)?( (?!and\b|to\b|in\b|on\b|of\b|at\b|as\b|for\b|after\b|with\b|or\b)\p{Ll}{2,20}\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigurePattern();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+")]
    private static partial Regex NamePattern();
}
