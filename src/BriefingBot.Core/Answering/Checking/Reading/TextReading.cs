using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>A text as the checks see it.</summary>
internal sealed class TextReading
{
    private readonly bool[] _inDate;

    /// <param name="names">Words known to be names, lower-cased: a sentence's first word does not show it.</param>
    public TextReading(string text, DateOnly? published, IReadOnlySet<string>? names = null)
    {
        Text = text;
        Published = published;
        Quotes = QuoteMarks.Find(text, new TextSpan(0, text.Length));
        var words = WordReader.Read(text, Quotes);
        Dates = new StatedDateReader(words, published).Read();
        _inDate = new bool[words.Count];
        foreach (var date in Dates) Array.Fill(_inDate, true, date.First, date.Last - date.First + 1);
        Quantities = new QuantityReader(words, text).Read(i => _inDate[i]);
        var own = words.Where(w => w.Is(WordKind.Name)).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
        bool IsName(Word word) => word.OpensSentence && word.Is(WordKind.Content) && char.IsUpper(word.Text[0]) && (own.Contains(word.Lower)
            || names?.Contains(word.Lower) == true);
        Words = WithFigures([.. words.Select(w => IsName(w) ? w with { Kind = WordKind.Name, Groups = [] } : w)]);
    }

    public string Text { get; }

    public DateOnly? Published { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<QuotedRange> Quotes { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    public IReadOnlyList<StatedDate> Dates { get; }

    /// <summary>The words from one index to another as they stand in the text.</summary>
    public string Of(int first, int last) => Text[Words[first].Span.Start..Words[last].Span.End];

    // Words of numbers and dates are judged as such, not as words.
    private List<Word> WithFigures(List<Word> words)
    {
        var figures = new bool[words.Count];
        Array.Copy(_inDate, figures, figures.Length);
        foreach (var quantity in Quantities) Array.Fill(figures, true, quantity.First, quantity.Last - quantity.First + 1);
        foreach (var quantity in Quantities.Where(q => q.Noun >= 0)) figures[quantity.Noun] = false;
        return [.. words.Select((word, i) => figures[i] && !(word.Is(WordKind.Name) && !_inDate[i]) ? word with { Kind = WordKind.Figure } : word)];
    }
}
