using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>A quoted stretch on its way to becoming a <see cref="Quotation"/>.</summary>
internal sealed class Speech
{
    public const int FewestWordsUnattributed = 4;

    private readonly string _text;

    /// <param name="text">The article's text.</param>
    /// <param name="paragraph">The paragraph it stands in.</param>
    /// <param name="number">The paragraph's place in the body.</param>
    /// <param name="quote">Its place among the paragraph's quoted stretches.</param>
    public Speech(string text, Paragraph paragraph, int number, int quote)
    {
        _text = text;
        (Paragraph, ParagraphNumber, Range) = (paragraph, number, paragraph.Quotes[quote]);
        FirstSentence = paragraph.SentenceAt(Range.Open);
        LastSentence = paragraph.SentenceAt(Range.Closed ? Range.Close : Range.Close - 1);
        Context = new TextSpan(paragraph.Sentences[FirstSentence].Start, paragraph.Sentences[LastSentence].End);
        Words = Inside();
        Own = Read(quote);
    }

    public Paragraph Paragraph { get; }

    public int ParagraphNumber { get; }

    public QuotedRange Range { get; }

    public int FirstSentence { get; }

    public int LastSentence { get; }

    public TextSpan Words { get; }

    public TextSpan Context { get; set; }

    /// <summary>What the words around it say about the speaker.</summary>
    public Attribution? Own { get; set; }

    public Voice? Voice { get; set; }

    public bool OpensParagraph => Range.Open == Paragraph.Span.Start;

    /// <summary>True when it is a sentence or more by itself, not a part of somebody else's sentence.</summary>
    public bool IsWhole => Range.Open == Paragraph.Sentences[FirstSentence].Start && (!Range.Closed || EndsInside);

    /// <summary>True when nothing else stands in its paragraph.</summary>
    public bool FillsParagraph => OpensParagraph && Range.Close >= Paragraph.Span.End - 1;

    private bool EndsInside => Words.Length > 0 && _text[Words.End - 1] is '.' or '!' or '?' or '…' or '’' or '\'' or '”';

    /// <summary>Whether it is speech rather than a title ("The Batman") or a word held at arm's length ("so-called") or a heading.</summary>
    public bool IsSpeech()
    {
        if (Words.Length == 0) return false;
        var (words, capitals) = CountWords();
        if (words == 0) return false;
        if (FillsParagraph && Range.Closed && !EndsInside && Own is null) return false;
        if (words > 1 && capitals == words && !EndsInside) return Own is { Adjacent: true } && Words.End < Range.Close;
        if (words >= FewestWordsUnattributed) return true;
        return Own is { Adjacent: true } || (IsWhole && Voice is not null);
    }

    private TextSpan Inside()
    {
        var (start, end) = (Range.Open + 1, Range.Close);
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        if (end > start && _text[end - 1] == ',') end--;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private Attribution? Read(int quote)
    {
        var from = quote > 0 ? Math.Max(Context.Start, Math.Min(Paragraph.Quotes[quote - 1].Close + 1, Range.Open)) : Context.Start;
        var before = ReportingClause.Before(new Clause(_text, Nearest(from, Range.Open)));
        if (!Range.Closed) return before;

        var to = quote + 1 < Paragraph.Quotes.Count ? Math.Min(Context.End, Paragraph.Quotes[quote + 1].Open) : Context.End;
        var after = to > Range.Close + 1 ? ReportingClause.After(new Clause(_text, new TextSpan(Range.Close + 1, to), 80), IsPaused()) : null;
        return after is { Adjacent: true } ? after : before ?? after;
    }

    // A reporting clause is short; looking further would only cost time in endless sentences.
    private TextSpan Nearest(int from, int to)
    {
        const int Furthest = 500;
        if (to - from <= Furthest) return new TextSpan(from, to);
        from = to - Furthest;
        while (from < to && !char.IsWhiteSpace(_text[from])) from++;
        return new TextSpan(from, to);
    }

    private bool IsPaused()
    {
        var last = Range.Close - 1;
        while (last > Range.Open && char.IsWhiteSpace(_text[last])) last--;
        return _text[last] is ',' or '?' or '!' or '…' or '—' or '–' or '-' or '.';
    }

    private (int Words, int Capitals) CountWords()
    {
        var (words, capitals, at) = (0, 0, Words.Start);
        while (at < Words.End)
        {
            while (at < Words.End && !char.IsLetterOrDigit(_text[at])) at++;
            if (at >= Words.End) break;
            var start = at;
            while (at < Words.End && !char.IsWhiteSpace(_text[at])) at++;
            words++;
            if (!char.IsLower(_text[start]) || (words > 1 && SpeechWords.SmallInTitles.Contains(_text.AsSpan(start, at - start)))) capitals++;
        }

        return (words, capitals);
    }
}
