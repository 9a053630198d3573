using BriefingBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefingBot.LuceneIndex;

/// <summary>
/// Keeps the best passages of one search. Filter and recency work on column values during collection, so that no
/// good recent passage can be lost below a cut made by BM25 alone.
/// </summary>
internal sealed class PassageCollector(PassageQuery query) : ICollector
{
    private readonly PriorityQueue<Candidate, float> _best = new(query.Top + 1);
    private readonly bool _openingsOnly = query.Terms.Count == 0;
    private readonly List<AtomicReader> _segments = [];
    private float _least = float.NegativeInfinity;
    private Scorer? _scorer;
    private int[] _days = [];
    private float[] _weights = [];
    private NumericDocValues? _ordinals;
    private NumericDocValues? _keys;
    private ColumnFilter? _sources;
    private ColumnFilter? _collections;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        var segment = context.AtomicReader;
        _segments.Add(segment);
        var column = DayColumn.Of(segment);
        (_days, _weights) = (column.Numbers, column.Weights(query));
        _ordinals = _openingsOnly ? segment.GetNumericDocValues(PassageDocument.Ordinal) : null;
        _keys = query.Preferred.Count == 0 ? null : segment.GetNumericDocValues(PassageDocument.Key);
        var (filter, access) = (query.Filter, query.Filter.Access);
        _sources = filter.Sources.Count + access.Sources.Count == 0 ? null : ColumnFilter.Of(segment, PassageDocument.Source, filter.AdmitsSource);
        _collections = access.Collections.Count == 0 ? null : ColumnFilter.Of(segment, PassageDocument.Collection, access.AdmitsCollection);
    }

    public void Collect(int doc)
    {
        var weight = _weights[_days[doc]];
        if (weight == 0 || (_ordinals is not null && _ordinals.Get(doc) != 0)) return;
        var score = _scorer!.GetScore() * weight;
        if (_keys is not null && query.Preferred.Contains(_keys.Get(doc))) score *= RankingWeights.Preferred;
        if (score <= _least || !IsAdmitted(doc)) return;
        var candidate = new Candidate(_segments.Count - 1, doc, score);
        if (_best.Count < query.Top) _best.Enqueue(candidate, score);
        else _best.EnqueueDequeue(candidate, score);
        if (_best.Count == query.Top && _best.TryPeek(out _, out var least)) _least = least;
    }

    /// <summary>Best first; equal scores in index order, so that the result does not depend on chance.</summary>
    public IReadOnlyList<PassageHit> Hits() =>
        [.. _best.UnorderedItems.Select(item => item.Element)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Segment).ThenBy(c => c.Doc)
            .Select(ToHit)];

    private PassageHit ToHit(Candidate candidate)
    {
        var segment = _segments[candidate.Segment];
        return new PassageHit(
            segment.GetNumericDocValues(PassageDocument.Key).Get(candidate.Doc),
            (int)segment.GetNumericDocValues(PassageDocument.Ordinal).Get(candidate.Doc),
            PassageDocument.SpanOf(segment.GetNumericDocValues(PassageDocument.Span).Get(candidate.Doc)),
            candidate.Score);
    }

    private bool IsAdmitted(int doc) => (_sources?.Admits(doc) ?? true) && (_collections?.Admits(doc) ?? true);

    private readonly record struct Candidate(int Segment, int Doc, float Score);
}
