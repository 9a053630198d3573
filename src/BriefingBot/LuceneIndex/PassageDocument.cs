using BriefingBot.Articles;
using BriefingBot.Passages;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace BriefingBot.LuceneIndex;

/// <summary>The fields of one indexed passage. Texts are indexed and not stored: the store holds them.</summary>
internal sealed class PassageDocument
{
    public const string Body = "body";
    public const string Title = "title";
    public const string Key = "key";
    public const string Span = "span";
    public const string Ordinal = "ordinal";
    public const string Day = "day";
    public const string Source = "source";
    public const string Collection = "collection";

    /// <summary>The day of an undated article; before every real day.</summary>
    public const long Undated = -1;

    private readonly TextField _body = new(Body, "", Field.Store.NO);
    private readonly TextField _title = new(Title, "", Field.Store.NO);
    private readonly StringField _keyTerm = new(Key, "", Field.Store.NO);
    private readonly NumericDocValuesField _key = new(Key, 0);
    private readonly NumericDocValuesField _span = new(Span, 0);
    private readonly NumericDocValuesField _ordinal = new(Ordinal, 0);
    private readonly NumericDocValuesField _day = new(Day, Undated);
    private readonly SortedDocValuesField _source = new(Source, new BytesRef(""));
    private readonly SortedDocValuesField _collection = new(Collection, new BytesRef(""));
    private readonly Document _document;

    // One instance is reused for many documents, as Lucene advises for indexing speed.
    public PassageDocument() => _document = [_body, _title, _keyTerm, _key, _span, _ordinal, _day, _source, _collection];

    public static Lucene.Net.Index.Term KeyTerm(long key) => new(Key, key.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Describe(long key, Article article)
    {
        _keyTerm.SetStringValue(KeyTerm(key).Text);
        _key.SetInt64Value(key);
        _title.SetStringValue(article.Title);
        _day.SetInt64Value(article.Published?.Day.DayNumber ?? Undated);
        _source.SetBytesValue(new BytesRef(article.Source));
        _collection.SetBytesValue(new BytesRef(article.Collection));
    }

    public Document With(string text, Passage passage)
    {
        _body.SetStringValue(passage.Span.Of(text));
        _span.SetInt64Value(((long)passage.Span.Start << 32) | (uint)passage.Span.End);
        _ordinal.SetInt64Value(passage.Ordinal);
        return _document;
    }

    public static TextSpan SpanOf(long packed) => new((int)(packed >> 32), (int)packed);
}
