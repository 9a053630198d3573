using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Percolation;

/// <summary>Words of a text: their stems, and the groups of like meaning (<see cref="LikeWords"/>) that they are in.</summary>
internal sealed record WordBag(HashSet<string> Stems, HashSet<int> Groups)
{
    public static WordBag Of(params IEnumerable<WordBag> bags)
    {
        var all = new WordBag(new HashSet<string>(StringComparer.Ordinal), []);
        foreach (var bag in bags)
        {
            all.Stems.UnionWith(bag.Stems);
            all.Groups.UnionWith(bag.Groups);
        }

        return all;
    }

    /// <summary>The groups of a word; "dead" is in those of "die".</summary>
    public static IReadOnlyList<int> GroupsOf(string text, Term term) =>
        LikeWords.CloseGroupsOf(IrregularForms.StemOf(term.Span.Of(text).ToLowerInvariant()) ?? term.Stem);

    public void Add(string text, Term term)
    {
        Stems.Add(term.Stem);
        Groups.UnionWith(GroupsOf(text, term));
    }
}

/// <summary>A new article as it is matched: analysed once, whatever number of queries it is put to.</summary>
/// <param name="Sentences">Each of the body, in order.</param>
/// <param name="Counts">How often each stem occurs, the headline included.</param>
internal sealed record ArticleWords(WordBag Title, IReadOnlyList<WordBag> Sentences, IReadOnlyDictionary<string, int> Counts)
{
    public WordBag All { get; } = WordBag.Of([Title, .. Sentences]);

    /// <summary>The headline with the first sentences.</summary>
    public WordBag Opening { get; } = WordBag.Of([Title, .. Sentences.Take(PercolationWeights.Opening)]);

    /// <summary>The headline with each run of neighbouring sentences: it says what they are about.</summary>
    public IReadOnlyList<WordBag> Windows { get; } =
        [Title, .. Enumerable.Range(0, Sentences.Count).Select(i => WordBag.Of([Title, .. Sentences.Skip(i).Take(PercolationWeights.Window)]))];

    public static ArticleWords Of(Article article)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (title, sentences) = (WordBag.Of(), new List<WordBag>());
        foreach (var term in EnglishTerms.Of(article.Title)) Take(title, article.Title, term);
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Body))
        {
            var terms = EnglishTerms.Of(article.Text, block.Span);
            var next = 0;
            foreach (var span in SentenceSplitter.Split(article.Text, block.Span))
            {
                var sentence = WordBag.Of();
                for (; next < terms.Count && terms[next].Span.Start < span.End; next++) Take(sentence, article.Text, terms[next]);
                sentences.Add(sentence);
            }
        }

        return new ArticleWords(title, sentences, counts);

        void Take(WordBag bag, string text, Term term)
        {
            counts[term.Stem] = counts.GetValueOrDefault(term.Stem) + 1;
            bag.Add(text, term);
        }
    }
}
