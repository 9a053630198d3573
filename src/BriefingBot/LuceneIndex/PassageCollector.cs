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
    private readonly int _from = query.Filter.From?.DayNumber ?? int.MinValue;
    private readonly int _to = query.Filter.To?.DayNumber ?? int.MaxValue;
    private readonly Dictionary<long, float> _weights = [];
    private Scorer? _scorer;
    private readonly bool _openingsOnly = query.Terms.Count == 0;
    private NumericDocValues? _days;
    private NumericDocValues? _ordinals;
    private AtomicReader? _segment;
    private int _segmentNumber;
    private readonly List<AtomicReader> _segments = [];
    private NumericDocValues? _keys;
    private ColumnFilter? _sources;
    private ColumnFilter? _collections;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _segment = context.AtomicReader;
        _segmentNumber = _segments.Count;
        _segments.Add(_segment);
        _days = _segment.GetNumericDocValues(PassageDocument.Day);
        _ordinals = _segment.GetNumericDocValues(PassageDocument.Ordinal);
        _keys = query.Preferred.Count == 0 ? null : _segment.GetNumericDocValues(PassageDocument.Key);
        var (filter, access) = (query.Filter, query.Filter.Access);
        _sources = filter.Sources.Count + access.Sources.Count == 0 ? null : ColumnFilter.Of(_segment, PassageDocument.Source, filter.AdmitsSource);
        _collections = access.Collections.Count == 0 ? null : ColumnFilter.Of(_segment, PassageDocument.Collection, access.AdmitsCollection);
    }

    public void Collect(int doc)
    {
        var day = _days?.Get(doc) ?? PassageDocument.Undated;
        if (!Allowed(doc, day) || (_openingsOnly && _ordinals!.Get(doc) != 0)) return;
        var score = _scorer!.GetScore() * Weight(day);
        if (_keys is not null && query.Preferred.Contains(_keys.Get(doc))) score *= RankingWeights.Preferred;
        if (_best.Count < query.Top) _best.Enqueue(new Candidate(_segmentNumber, doc, score), score);
        else if (_best.TryPeek(out _, out var least) && score > least) _best.EnqueueDequeue(new Candidate(_segmentNumber, doc, score), score);
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

    private bool Allowed(int doc, long day)
    {
        if (day == PassageDocument.Undated ? !query.Filter.Undated : day < _from || day > _to) return false;
        return (_sources?.Admits(doc) ?? true) && (_collections?.Admits(doc) ?? true);
    }

    private float Weight(long day)
    {
        if (_weights.TryGetValue(day, out var known)) return known;
        return _weights[day] = query.Recency.Weight(day == PassageDocument.Undated ? null : DateOnly.FromDayNumber((int)day));
    }

    private readonly record struct Candidate(int Segment, int Doc, float Score);
}
