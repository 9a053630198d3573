using BriefingBot.Articles;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace BriefingBot.Passages;

/// <summary>A word of a text as the index knows it: stemmed, lower-cased, with the place it came from.</summary>
public readonly record struct Term(string Stem, TextSpan Span);

/// <summary>
/// The one definition of a term: Lucene's English analyzer (Unicode word segmentation, possessives off, stop words
/// out, Porter stems). Index, question and answer all use it, so that they agree about what matches. Analysing is
/// most of the work of indexing and of ranking, so words are looked up among those that Lucene has analysed before.
/// </summary>
public static class EnglishTerms
{
    private const int LongestWord = 255;

    private static readonly EnglishAnalyzer Lucene = new(LuceneVersion.LUCENE_48);

    private static readonly StemTable Stems = new();

    /// <summary>The same terms for the index; thread-safe, reuses its token streams per thread.</summary>
    public static Analyzer Analyzer { get; } = new EnglishTermAnalyzer();

    public static List<Term> Of(string text) => Of(text, new TextSpan(0, text.Length));

    /// <summary>The distinct stems of a text.</summary>
    public static HashSet<string> StemsOf(string text) => StemsOf(text, new TextSpan(0, text.Length));

    /// <summary>The distinct stems of a part of a text.</summary>
    public static HashSet<string> StemsOf(string text, TextSpan range) => Of(text, range).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>The terms of a part of a text; spans are offsets into the whole text.</summary>
    public static List<Term> Of(string text, TextSpan range)
    {
        var found = new List<PlacedTerm>(range.Length / 6);
        Read(text.AsSpan(range.Start, range.Length), found);
        var terms = new List<Term>(found.Count);
        foreach (var (stem, start, end, _) in found) terms.Add(new Term(stem, new TextSpan(range.Start + start, range.Start + end)));
        return terms;
    }

    /// <summary>Appends the terms of a text in order.</summary>
    internal static void Read(ReadOnlySpan<char> text, List<PlacedTerm> terms)
    {
        var before = terms.Count;
        if (TryLookUp(text, terms)) return;
        terms.RemoveRange(before, terms.Count - before);
        Analyse(text.ToString(), terms);
    }

    /// <summary>False when the text is not made of plain English words.</summary>
    private static bool TryLookUp(ReadOnlySpan<char> text, List<PlacedTerm> terms)
    {
        var words = new EnglishWords(text);
        var step = 1;
        while (words.MoveNext())
        {
            // Lucene treats longer words in a way of its own.
            if (words.End - words.Start > LongestWord) return false;
            var stem = Stems.Find(words.Word, words.Hash) ?? Learn(words.Word.ToString(), words.Hash);
            if (stem.Length == 0)
            {
                step++;
                continue;
            }

            terms.Add(new PlacedTerm(stem, words.Start, words.End, step));
            step = 1;
        }

        return !words.Strange;
    }

    private static string Learn(string word, uint hash)
    {
        var terms = new List<PlacedTerm>(1);
        Analyse(word, terms);
        var stem = terms.Count == 0 ? "" : terms[0].Stem;
        Stems.Add(word, hash, stem);
        return stem;
    }

    private static void Analyse(string text, List<PlacedTerm> terms)
    {
        using var stream = Lucene.GetTokenStream("", text);
        var word = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var step = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(new PlacedTerm(word.ToString()!, offset.StartOffset, offset.EndOffset, step.PositionIncrement));
        stream.End();
    }
}
