using System.Buffers;
using System.Text.RegularExpressions;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Quotes;
using Lucene.Net.Analysis.Miscellaneous;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Cuts a text into words, clauses and sentences.</summary>
internal static partial class WordReader
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:()[]—–");

    private const int ParticleReach = 4;

    private static readonly string[] DenyingPrefixes = ["un", "non", "in", "im", "ir", "dis"];

    public static List<Word> Read(string text, IReadOnlyList<QuotedRange> quotes)
    {
        var stems = EnglishTerms.Of(text).GroupBy(t => t.Span.Start).ToDictionary(g => g.Key, g => g.First().Stem);
        var words = new List<Word>();
        var (sentence, clause) = (0, 0);
        foreach (var span in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
        {
            var last = -1;
            foreach (var match in Token().EnumerateMatches(span.Of(text)))
            {
                var at = new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length);
                if (last >= 0 && PartsClauses(text.AsSpan(last, at.Start - last))) clause++;
                words.Add(Make(text, at, stems.GetValueOrDefault(at.Start), sentence, clause, last < 0, quotes));
                last = at.End;
            }

            (sentence, clause) = (sentence + 1, clause + 1);
        }

        JoinParticles(words);
        return ClauseReader.Part(words, text);
    }

    // "Turned down", "turned the request down".
    private static void JoinParticles(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Is(WordKind.Content)) continue;
            for (var j = i + 1; j < Math.Min(words.Count, i + 1 + ParticleReach) && words[j].Clause == words[i].Clause; j++)
            {
                if (PhrasalVerbs.StemOf(words[i].Stem, words[j].Lower) is not { } joint || (j > i + 1
                    && words[j].Lower is "in" or "on" or "to" or "into" or "over" or "after" or "about")) continue;
                words[i] = words[i] with { Stem = joint, Groups = LikeWords.GroupsOf(joint) };
                words[j] = words[j] with { Kind = WordKind.Function, Stem = "" };
                break;
            }
        }
    }

    private static Word Make(string text, TextSpan span, string? stem, int sentence, int clause, bool opens, IReadOnlyList<QuotedRange> quotes)
    {
        var surface = span.Of(text);
        var bare = WithoutPossessive(surface);
        var lower = Fold(bare);
        var capital = char.IsUpper(surface[0]);
        var root = capital && !opens ? stem ?? lower : IrregularForms.StemOf(lower) ?? stem ?? lower;
        var kind = span.Start > 0 && text[span.Start - 1] == '°' ? WordKind.Figure : KindOf(surface, lower);
        return new Word(surface, lower, root, span, sentence, clause)
        {
            Kind = kind,
            // Names are like nothing but themselves.
            Groups = kind == WordKind.Name && !opens ? [] : LikeWords.GroupsOf(root),
            DeniedStem = Denied(lower),
            IsPossessive = bare.Length < surface.Length,
            InQuotes = quotes.Any(q => span.Start > q.Open && span.End <= q.Close),
            OpensSentence = opens,
        };
    }

    private static WordKind KindOf(string surface, string lower)
    {
        if (char.IsDigit(surface[0]) || surface[0] is '$' or '£' or '€' or '¥' or '%') return WordKind.Figure;
        var initials = surface.Length > 1 && surface.All(c => char.IsUpper(c) || c == '.' || char.IsDigit(c));
        // "CEO" and "MP" are words like others.
        if (initials) return LikeWords.GroupsOf(lower).Count > 0 ? WordKind.Content : WordKind.Name;
        if (GrammarWords.Function.Contains(lower)) return WordKind.Function;
        return char.IsUpper(surface[0]) && !SpeechWords.IsRole(lower) ? WordKind.Name : WordKind.Content;
    }

    private static string Denied(string lower)
    {
        foreach (var prefix in DenyingPrefixes)
        {
            if (lower.Length >= prefix.Length + 3 && lower.StartsWith(prefix, StringComparison.Ordinal))
            {
                return EnglishTerms.StemsOf(lower[prefix.Length..]).FirstOrDefault("") is { Length: > 2 } stem ? IrregularForms.StemOf(lower[prefix.Length..]) ?? stem : "";
            }
        }

        return lower.Length > 6 && lower.EndsWith("less", StringComparison.Ordinal) ? EnglishTerms.StemsOf(lower[..^4]).FirstOrDefault("") : "";
    }

    private static string WithoutPossessive(string word) =>
        word.Length > 2 && word[^2] is '\'' or '’' && word[^1] is 's' or 'S' ? word[..^2] : word;

    /// <summary>Lower case without accents; string.Normalize leaves accents alone under invariant globalization.</summary>
    public static string Fold(string word)
    {
        if (System.Text.Ascii.IsValid(word)) return word.ToLowerInvariant();
        const int MostLettersForOne = 4;
        var folded = new char[word.Length * MostLettersForOne];
        var length = ASCIIFoldingFilter.FoldToASCII(word.ToCharArray(), 0, folded, 0, word.Length);
        return new string(folded, 0, length).ToLowerInvariant();
    }

    private static bool PartsClauses(ReadOnlySpan<char> gap) => gap.ContainsAny(ClauseMarks) || gap.Contains(" - ", StringComparison.Ordinal);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*\p{L}*|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*|[$£€¥%]")]
    private static partial Regex Token();
}
