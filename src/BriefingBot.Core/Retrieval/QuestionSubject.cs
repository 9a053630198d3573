namespace BriefingBot.Retrieval;

/// <summary>
/// What a question is about: its distinct content words, each weighted by how much it says. Rare words say more
/// (inverse document frequency), names most, everyday verbs and nouns little.
/// </summary>
public sealed class QuestionSubject
{
    private readonly Dictionary<string, float> _weights = new(StringComparer.Ordinal);
    private readonly double _total;
    private readonly double _names;

    private QuestionSubject(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<string> stems, IReadOnlyList<float> rarity)
    {
        Terms = terms;
        var names = terms.Where(t => t.IsName).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
        {
            _weights[stems[i]] = rarity[i] * (names.Contains(stems[i]) ? RankingWeights.Name : EverydayWords.Contains(stems[i]) ? RankingWeights.Everyday : 1);
        }

        Names = names;
        _total = _weights.Values.Sum(w => (double)w);
        _names = names.Sum(n => (double)_weights[n]);
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

    /// <summary>The share (0 to 1) of the question's weight that these stems cover.</summary>
    public double Coverage(IReadOnlySet<string> stems) => Share(stems.Contains, _weights.Keys, _total);

    /// <summary>The share that two sets cover together, without making their union.</summary>
    public double Coverage(IReadOnlySet<string> stems, IReadOnlySet<string> more) => Coverage(stem => stems.Contains(stem) || more.Contains(stem));

    /// <summary>The share of the stems for which <paramref name="covered"/> holds.</summary>
    internal double Coverage(Func<string, bool> covered) => Share(covered, _weights.Keys, _total);

    /// <summary>The share (0 to 1) of the weight of the question's names that these stems cover; 1 when it has none.</summary>
    public double NameCoverage(IReadOnlySet<string> stems) => _names == 0 ? 1 : Share(stems.Contains, Names, _names);

    private double Share(Func<string, bool> covered, IEnumerable<string> asked, double total) =>
        total == 0 ? 0 : asked.Where(covered).Sum(stem => (double)_weights[stem]) / total;
}
