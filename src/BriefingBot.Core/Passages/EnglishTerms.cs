using System.Collections.Concurrent;
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
    /// <summary>Words remembered, about 12 MB: the vocabulary of a news archive but for its rarest names and figures.</summary>
    private const int MostWords = 1 << 17;

    private static readonly EnglishAnalyzer Lucene = new(LuceneVersion.LUCENE_48);

    // An empty stem marks a stop word.
    private static ConcurrentDictionary<string, string> stems = new(StringComparer.Ordinal);
    private static int remembered;

    /// <summary>The same terms for the index; thread-safe, reuses its token streams per thread.</summary>
    public static Analyzer Analyzer { get; } = new EnglishTermAnalyzer();

    public static List<Term> Of(string text) => Of(text, new TextSpan(0, text.Length));

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
        if (EnglishWords.AreIn(text) && TryLookUp(text, terms)) return;
        terms.RemoveRange(before, terms.Count - before);
        Analyse(text.ToString(), terms);
    }

    private static bool TryLookUp(ReadOnlySpan<char> text, List<PlacedTerm> terms)
    {
        var words = new EnglishWords(text);
        var known = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        var step = 1;
        while (words.MoveNext())
        {
            if (words.Word.Length > EnglishWords.Longest) return false;
            if (!known.TryGetValue(words.Word, out var stem)) stem = Learn(words.Word.ToString());
            if (stem.Length == 0)
            {
                step++;
                continue;
            }

            terms.Add(new PlacedTerm(stem, words.Start, words.End, step));
            step = 1;
        }

        return true;
    }

    private static string Learn(string word)
    {
        var terms = new List<PlacedTerm>(1);
        Analyse(word, terms);
        var stem = terms.Count == 0 ? "" : terms[0].Stem;
        if (Interlocked.Increment(ref remembered) > MostWords)
        {
            // Starting anew keeps memory bounded; the common words are back at once.
            stems = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            Volatile.Write(ref remembered, 0);
        }

        stems.TryAdd(word, stem);
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
