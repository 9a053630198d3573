using System.Runtime.CompilerServices;
using BriefingBot.Retrieval;
using Lucene.Net.Index;

namespace BriefingBot.LuceneIndex;

/// <summary>
/// The days of a segment's passages as an array: reading the packed column for each of a hundred thousand matches
/// takes longer than scoring them. Four bytes a passage, for as long as the segment is open.
/// </summary>
internal sealed class DayColumn
{
    private static readonly ConditionalWeakTable<object, DayColumn> Columns = [];

    private readonly List<long> _days = [];

    private DayColumn(AtomicReader segment)
    {
        Numbers = new int[segment.MaxDoc];
        var column = segment.GetNumericDocValues(PassageDocument.Day);
        var known = new Dictionary<long, int>();
        for (var doc = 0; doc < Numbers.Length; doc++)
        {
            var day = column?.Get(doc) ?? PassageDocument.Undated;
            if (known.TryAdd(day, _days.Count)) _days.Add(day);
            Numbers[doc] = known[day];
        }
    }

    /// <summary>For each document the place of its day in <see cref="Weights"/>.</summary>
    public int[] Numbers { get; }

    public static DayColumn Of(AtomicReader segment) => Columns.GetValue(segment.CoreCacheKey, _ => new DayColumn(segment));

    /// <summary>What each day's passages count for in one search: the recency prior, or 0 when the filter leaves the day out.</summary>
    public float[] Weights(PassageQuery query) => [.. _days.Select(day => Weight(day, query))];

    private static float Weight(long day, PassageQuery query)
    {
        if (day == PassageDocument.Undated) return query.Filter.Undated ? query.Recency.Weight(null) : 0;
        var leftOut = day < query.Filter.From?.DayNumber || day > query.Filter.To?.DayNumber;
        return leftOut ? 0 : query.Recency.Weight(DateOnly.FromDayNumber((int)day));
    }
}
