using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Percolation;

/// <summary>A new article as it is matched: analysed once, whatever number of queries it is put to.</summary>
/// <param name="Title">Stems of the headline.</param>
/// <param name="Sentences">Stems of each sentence of the body, in order.</param>
/// <param name="Counts">How often each stem occurs, the headline included.</param>
internal sealed record ArticleWords(IReadOnlySet<string> Title, IReadOnlyList<IReadOnlySet<string>> Sentences, IReadOnlyDictionary<string, int> Counts)
{
    public IReadOnlySet<string> Stems { get; } = Counts.Keys.ToHashSet(StringComparer.Ordinal);

    public static ArticleWords Of(Article article)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var title = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in EnglishTerms.Of(article.Title)) Count(counts, title, term);
        var sentences = new List<IReadOnlySet<string>>();
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Body))
        {
            var terms = EnglishTerms.Of(article.Text, block.Span);
            var next = 0;
            foreach (var sentence in SentenceSplitter.Split(article.Text, block.Span))
            {
                var stems = new HashSet<string>(StringComparer.Ordinal);
                for (; next < terms.Count && terms[next].Span.Start < sentence.End; next++) Count(counts, stems, terms[next]);
                sentences.Add(stems);
            }
        }

        return new ArticleWords(title, sentences, counts);
    }

    private static void Count(Dictionary<string, int> counts, HashSet<string> stems, Term term)
    {
        counts[term.Stem] = counts.GetValueOrDefault(term.Stem) + 1;
        stems.Add(term.Stem);
    }
}
