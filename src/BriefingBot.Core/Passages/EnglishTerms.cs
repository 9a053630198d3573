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
/// out, Porter stems). Index, question and answer all use it, so that they agree about what matches.
/// </summary>
public static class EnglishTerms
{
    /// <summary>Shared by the index; thread-safe, reuses its token streams per thread.</summary>
    public static Analyzer Analyzer { get; } = new EnglishAnalyzer(LuceneVersion.LUCENE_48);

    public static List<Term> Of(string text) => Of(text, new TextSpan(0, text.Length));

    /// <summary>The distinct stems of a text.</summary>
    public static HashSet<string> StemsOf(string text) => StemsOf(text, new TextSpan(0, text.Length));

    /// <summary>The distinct stems of a part of a text.</summary>
    public static HashSet<string> StemsOf(string text, TextSpan range) => Of(text, range).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>The terms of a part of a text; spans are offsets into the whole text.</summary>
    public static List<Term> Of(string text, TextSpan range)
    {
        var terms = new List<Term>(range.Length / 6);
        using var stream = Analyzer.GetTokenStream("", range.Of(text));
        var word = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(new Term(word.ToString()!, new TextSpan(range.Start + offset.StartOffset, range.Start + offset.EndOffset)));
        }

        stream.End();
        return terms;
    }
}
