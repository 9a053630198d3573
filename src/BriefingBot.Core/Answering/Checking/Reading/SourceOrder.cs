using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// Which words of a sentence stand in the order of the passage's sentence that they were taken from: the heaviest
/// chain of them, verbs weighing most. The others were moved or added.
/// </summary>
internal sealed class SourceOrder
{
    private const int VerbWeight = 3;

    private readonly Alignment _alignment;
    private readonly HashSet<int> _inOrder = [];

    public SourceOrder(Alignment alignment)
    {
        _alignment = alignment;
        var taken = Enumerable.Range(0, alignment.Words.Count).Where(i => alignment.Provenance[i] is not null);
        foreach (var sentence in taken.GroupBy(i => (alignment.Words[i].Sentence, alignment.Provenance.SentenceOf(i)))) Order([.. sentence]);
    }

    private void Order(List<int> words)
    {
        _inOrder.UnionWith(HeaviestChain(words));
        foreach (var clause in words.GroupBy(i => _alignment.Words[i].Clause).Select(g => g.ToList()).Where(c => !c.Exists(_inOrder.Contains) && IsStatement(c)))
        {
            var (from, to) = (clause.Min(Place), clause.Max(Place));
            if (HeaviestChain(clause).Count == clause.Count && !words.Except(clause).Any(i => Place(i) > from && Place(i) < to)) _inOrder.UnionWith(clause);
        }
    }

    private int Place(int index) => _alignment.Provenance[index]!.Value.Index;

    // "The court ruled on Thursday", moved as a whole, means the same; "the mayor" would be somebody else's office.
    private bool IsStatement(List<int> clause) => clause.FindIndex(_alignment.IsPredicate) > 0;

    public bool Keeps(int index) => _inOrder.Contains(index);

    /// <summary>Pairs of words in order that were taken from one sentence, with only additions between them.</summary>
    public IEnumerable<(int First, int Second)> Neighbours()
    {
        var last = -1;
        foreach (var i in _inOrder.Order())
        {
            if (last >= 0 && _alignment.Words[last].Sentence == _alignment.Words[i].Sentence && _alignment.Provenance.SentenceOf(last) == _alignment.Provenance.SentenceOf(i) && Place(last) < Place(i)) yield return (last, i);
            last = i;
        }
    }

    private List<int> HeaviestChain(List<int> words)
    {
        var weights = new int[words.Count];
        var before = new int[words.Count];
        for (var k = 0; k < words.Count; k++)
        {
            before[k] = -1;
            for (var b = 0; b < k; b++)
            {
                if (Place(words[b]) < Place(words[k]) && weights[b] > (before[k] < 0 ? 0 : weights[before[k]])) before[k] = b;
            }

            weights[k] = (before[k] < 0 ? 0 : weights[before[k]]) + (ClauseReader.IsVerb(_alignment.Words[words[k]]) ? VerbWeight : GrammarWords.Light.Contains(_alignment.Words[words[k]].Lower) ? 1 : 2);
        }

        var chain = new List<int>();
        for (var k = Array.IndexOf(weights, weights.Max()); k >= 0; k = before[k]) chain.Add(words[k]);
        return chain;
    }
}
