namespace BriefingBot.Retrieval;

/// <summary>
/// What a question is about: its distinct content words, each weighted by how much it says. Rare words say more
/// (inverse document frequency), names most, everyday verbs and nouns little.
/// </summary>
public sealed class QuestionSubject
{
    private readonly Dictionary<string, float> _weights = new(StringComparer.Ordinal);
    private readonly double _total;
    private readonly List<List<string>> _fullNames;

    private QuestionSubject(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<string> stems, IReadOnlyList<float> rarity)
    {
        Terms = terms;
        var names = terms.Where(t => t.IsName).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            _weights[stems[i]] = rarity[i] * (names.Contains(stems[i]) ? RankingWeights.Name : EverydayWords.Contains(stems[i]) ? RankingWeights.Everyday : 1);
        }

        Names = names;
        _fullNames = FullNames(terms);
        _total = _weights.Values.Sum(w => (double)w);
    }

    /// <summary>In the order of the question, with repetitions.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    public IReadOnlyCollection<string> Stems => _weights.Keys;

    public IReadOnlySet<string> Names { get; }

    public bool IsEmpty => _weights.Count == 0;

    /// <summary>Whether it has no word that says what or whom it is about ("What did he say?").</summary>
    public bool IsVague => Stems.All(stem => EverydayWords.Contains(stem) && !Names.Contains(stem));

    public static QuestionSubject Of(IReadOnlyList<QuestionTerm> terms, IPassageSearch search)
    {
        var stems = terms.Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToList();
        return new QuestionSubject(terms, stems, search.Rarity(stems));
    }

    internal float WeightOf(string stem) => _weights.GetValueOrDefault(stem);

    /// <summary>The share (0 to 1) of the question's weight that these stems cover.</summary>
    public double Coverage(IReadOnlySet<string> stems) => Coverage(stems.Contains);

    /// <summary>The share that two sets cover together, without making their union.</summary>
    public double Coverage(IReadOnlySet<string> stems, IReadOnlySet<string> more) => Coverage(stem => stems.Contains(stem) || more.Contains(stem));

    /// <summary>The share of the stems for which <paramref name="covered"/> holds.</summary>
    internal double Coverage(Func<string, bool> covered) =>
        _total == 0 ? 0 : _weights.Where(term => covered(term.Key)).Sum(term => (double)term.Value) / _total;

    /// <summary>
    /// The stems with a name's other words added where its last one stands alone: after the first mention an article
    /// writes "Okoye" for "Hana Okoye", and "the bridge" for "the Harbour Bridge".
    /// </summary>
    /// <param name="context">Where the whole name has to stand, such as the article.</param>
    public IReadOnlySet<string> WithFullNames(IReadOnlySet<string> stems, IReadOnlySet<string> context)
    {
        HashSet<string>? full = null;
        foreach (var name in _fullNames.Where(name => stems.Contains(name[^1]) && name.All(context.Contains)))
        {
            full ??= new HashSet<string>(stems, StringComparer.Ordinal);
            full.UnionWith(name);
        }

        return full ?? stems;
    }

    /// <summary>Runs of name words with nothing but a blank between them.</summary>
    private static List<List<string>> FullNames(IReadOnlyList<QuestionTerm> terms)
    {
        var runs = new List<List<string>>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsName) continue;
            if (i > 0 && terms[i - 1].IsName && terms[i].Span.Start - terms[i - 1].Span.End == 1) runs[^1].Add(terms[i].Stem);
            else runs.Add([terms[i].Stem]);
        }

        return [.. runs.Where(run => run.Count > 1)];
    }
}
