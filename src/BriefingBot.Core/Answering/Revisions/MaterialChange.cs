using System.Text.RegularExpressions;
using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Revisions;

/// <summary>
/// Whether two versions of a sentence differ in what they say: in numbers, dates, names, content words, denial, certainty or
/// who did what. Spelling, punctuation, case, accents, datelines and inflection are no such difference.
/// </summary>
internal static partial class MaterialChange
{
    /// <summary>Words of grammar that carry meaning; denials are counted apart.</summary>
    private static readonly WordSet Weighty = new("""
        may might could should must will would by from against without before after during since until over under up down off out above below
        more most less least fewer few only all both either some any every each many several almost nearly about around later earlier again still yet
        he him his she her hers while although though unless if because despite through between via
        """);

    /// <summary>A shorter word that differs in a letter is another word.</summary>
    private const int LeastMisspelt = 6;

    /// <summary>Behind these, a name says where, and may stand anywhere in its sentence.</summary>
    private static readonly WordSet Placing = new("in at near to from of on");

    public static bool IsBetween(string before, string after)
    {
        (before, after) = (WithoutDateline(before), WithoutDateline(after));
        return Letters(before) != Letters(after) && Differs(before, after) && Differs(Joined(before), Joined(after));
    }

    private static bool Differs(string before, string after)
    {
        var (was, now) = (new TextReading(before, null), new TextReading(after, null));
        if (Differ(was.Quantities, now.Quantities, (a, b) => a.Equals(b.Value, b.Unit) && b.Equals(a.Value, a.Unit) && a.IsRounded == b.IsRounded)
            || Differ(was.Dates, now.Dates, (a, b) => a.IsBorneOutBy(b) && b.IsBorneOutBy(a))
            || Differ(Meaningful(was), Meaningful(now), Same)
            || Differ(Grammar(was), Grammar(now), (a, b) => a == b)) return true;
        // The same words in another order may be another story.
        if (Meaningful(was).Zip(Meaningful(now), Same).All(same => same)) return false;
        return !Actors(was).SequenceEqual(Actors(now), StringComparer.Ordinal)
            || !(ParaphraseChecker.Judge(after, [new CitedText(before)]).IsSupported && ParaphraseChecker.Judge(before, [new CitedText(after)]).IsSupported);
    }

    private static string WithoutDateline(string sentence) => Dateline.Skip(sentence, new TextSpan(0, sentence.Length)).Of(sentence);

    /// <summary>Letters and figures alone; what stands within a number or makes it another one stays.</summary>
    private static string Letters(string text) => WordReader.Fold(Unspoken().Replace(Thousands().Replace(Verbatim.Plain(text), ""), ""));

    /// <summary>"Co-operation" as "cooperation".</summary>
    private static string Joined(string text) => Hyphen().Replace(text, "");

    private static IEnumerable<string> Actors(TextReading text) =>
        text.Words.Where((w, i) => w.Is(WordKind.Name) && (i == 0 || !Placing.Contains(text.Words[i - 1].Lower))).Select(w => w.Lower);

    private static List<Word> Meaningful(TextReading text) => [.. text.Words.Where(w => w.IsContent)];

    private static List<string> Grammar(TextReading text) =>
    [
        .. text.Words.Where(w => w.Is(WordKind.Function)).Select(w => w.Lower).SelectMany(w => GrammarWords.IsNegator(w)
            ? [Denial, .. Weighty.Contains(Affirmed(w)) ? [Affirmed(w)] : Array.Empty<string>()]
            : Weighty.Contains(w) ? [w] : Array.Empty<string>()),
    ];

    private const string Denial = "not";

    private static string Affirmed(string word) => word == "won't" ? "will" : word.EndsWith("n't", StringComparison.Ordinal) ? word[..^3] : word;

    private static bool Same(Word a, Word b)
    {
        if (a.Lower == b.Lower) return true;
        // Names are spelt as they are: "Iran" and "Iraq" are no variants. What opens a sentence may be one.
        if (char.IsUpper(a.Text[0]) && char.IsUpper(b.Text[0])) return a.OpensSentence && b.OpensSentence && a.Stem == b.Stem;
        return a.Stem == b.Stem || (!OppositeWords.SidesOf(a.Stem).Any(side => OppositeWords.SidesOf(b.Stem).Contains(side ^ 1)) && IsSpellingOf(a.Lower, b.Lower));
    }

    /// <summary>One letter more, less, another, or two that changed places, behind the same first letter.</summary>
    private static bool IsSpellingOf(string a, string b)
    {
        if (Math.Max(a.Length, b.Length) < LeastMisspelt || a[0] != b[0]) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (left, right) = (a[start..^end], b[start..^end]);
        return left.Length <= 1 && right.Length <= 1 || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }

    /// <summary>Whether anything of one has no counterpart in the other.</summary>
    private static bool Differ<T>(IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, T, bool> same)
    {
        if (was.Count != now.Count) return true;
        var left = now.ToList();
        foreach (var item in was)
        {
            if (left.FindIndex(other => same(item, other)) is not (>= 0 and var at)) return true;
            left.RemoveAt(at);
        }

        return false;
    }

    [GeneratedRegex(@"(?<=\p{L})[-‐‑](?=\p{L})")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<!\d)[.](?=\D|$)|(?<=\d)[.](?!\d)|-(?!\d)|[^\p{L}\p{N}\p{Sc}%.-]")]
    private static partial Regex Unspoken();
}
