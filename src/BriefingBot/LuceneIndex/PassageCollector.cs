using BriefingBot.Retrieval;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

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
    private bool[]? _sources;
    private SortedDocValues? _sourceOrdinals;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _segment = context.AtomicReader;
        _segmentNumber = _segments.Count;
        _segments.Add(_segment);
        _days = _segment.GetNumericDocValues(PassageDocument.Day);
        _ordinals = _segment.GetNumericDocValues(PassageDocument.Ordinal);
        (_sourceOrdinals, _sources) = AllowedSources(_segment);
    }

    public void Collect(int doc)
    {
        var day = _days?.Get(doc) ?? PassageDocument.Undated;
        if (!Allowed(doc, day) || (_openingsOnly && _ordinals!.Get(doc) != 0)) return;
        var score = _scorer!.GetScore() * Weight(day);
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
        if (_sources is null) return true;
        var source = _sourceOrdinals!.GetOrd(doc);
        return source >= 0 && _sources[source];
    }

    private float Weight(long day)
    {
        if (_weights.TryGetValue(day, out var known)) return known;
        return _weights[day] = query.Recency.Weight(day == PassageDocument.Undated ? null : DateOnly.FromDayNumber((int)day));
    }

    private (SortedDocValues?, bool[]?) AllowedSources(AtomicReader segment)
    {
        if (query.Filter.Sources.Count == 0) return (null, null);
        var column = segment.GetSortedDocValues(PassageDocument.Source);
        var allowed = new bool[column?.ValueCount ?? 0];
        foreach (var source in query.Filter.Sources)
        {
            var ordinal = column?.LookupTerm(new BytesRef(source)) ?? -1;
            if (ordinal >= 0) allowed[ordinal] = true;
        }

        return (column, allowed);
    }

    private readonly record struct Candidate(int Segment, int Doc, float Score);
}
