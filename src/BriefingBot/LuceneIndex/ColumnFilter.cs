using Lucene.Net.Index;
using Lucene.Net.Util;

namespace BriefingBot.LuceneIndex;

/// <summary>Which values of a column may pass, looked at once for each distinct value of a segment.</summary>
internal sealed class ColumnFilter
{
    private readonly SortedDocValues? _column;
    private readonly bool[] _admitted;

    private ColumnFilter(SortedDocValues? column, bool[] admitted) => (_column, _admitted) = (column, admitted);

    public static ColumnFilter Of(AtomicReader segment, string column, Func<string, bool> admits)
    {
        var values = segment.GetSortedDocValues(column);
        var (admitted, value) = (new bool[values?.ValueCount ?? 0], new BytesRef());
        for (var i = 0; i < admitted.Length; i++)
        {
            values!.LookupOrd(i, value);
            admitted[i] = admits(value.Utf8ToString());
        }

        return new ColumnFilter(values, admitted);
    }

    /// <summary>False too for a passage without a value: what cannot be told apart is not shown.</summary>
    public bool Admits(int doc) => _column is not null && _column.GetOrd(doc) is >= 0 and var value && _admitted[value];
}
