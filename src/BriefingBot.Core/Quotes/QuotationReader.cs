using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>
/// Reads the direct speech of an article's body: quotation marks, then the attribution next to them, then what carries
/// over from speech before. A speaker is named only where the text makes it plain.
/// </summary>
public static class QuotationReader
{
    /// <summary>The quotations in the order of the text; they do not overlap.</summary>
    public static IReadOnlyList<Quotation> Read(Article article)
    {
        var paragraphs = Paragraph.Of(article);
        var speeches = Collect(article.Text, paragraphs);
        if (speeches.Count == 0) return [];

        ShareAttributions(speeches);
        new SpeechAttributor(article, paragraphs).Attribute(speeches);
        return [.. speeches.Where(s => s.IsSpeech()).Select(s => ToQuotation(article.Text, s))];
    }

    private static List<Speech> Collect(string text, List<Paragraph> paragraphs)
    {
        var speeches = new List<Speech>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            for (var q = 0; q < paragraphs[p].Quotes.Count; q++)
            {
                var speech = new Speech(text, paragraphs[p], p, q);
                if (speech.Range.Closed || IsOpenEnded(text, paragraphs, speech, speeches)) speeches.Add(speech);
            }
        }

        return speeches;
    }

    /// <summary>
    /// A mark that is never closed counts only where speech over several paragraphs is printed so, or where the words
    /// before it announce speech; else it is a slip of the pen and what follows it may be nobody's words.
    /// </summary>
    private static bool IsOpenEnded(string text, List<Paragraph> paragraphs, Speech speech, List<Speech> before)
    {
        if (speech.Range.Close < speech.Paragraph.Span.End || speech.Own is { Adjacent: true }) return true;
        if (!speech.IsWhole) return false;
        var next = speech.ParagraphNumber + 1;
        if (next < paragraphs.Count && paragraphs[next].Quotes is [var first, ..] && first.Open == paragraphs[next].Span.Start) return true;
        if (!speech.OpensParagraph) return false;
        if (speech.ParagraphNumber > 0 && text[paragraphs[speech.ParagraphNumber - 1].Span.End - 1] == ':') return true;
        return before is [.., { Range.Closed: false } last] && last.ParagraphNumber == speech.ParagraphNumber - 1;
    }

    /// <summary>Parts of one sentence, and paragraphs of one speech, have one speaker wherever he is named.</summary>
    private static void ShareAttributions(List<Speech> speeches)
    {
        for (var i = speeches.Count - 2; i >= 0; i--)
        {
            var (speech, next) = (speeches[i], speeches[i + 1]);
            if (speech.Own is null && next.Own is not null && (SameSentence(speech, next) || Adjoins(speech, next) || RunsOn(speech, next))) speech.Own = next.Own with { Adjacent = false };
        }

        for (var i = 1; i < speeches.Count; i++)
        {
            var (speech, previous) = (speeches[i], speeches[i - 1]);
            if (speech.Own is null && previous.Own is not null && SameSentence(previous, speech)) speech.Own = previous.Own with { Adjacent = false };
        }
    }

    private static bool SameSentence(Speech first, Speech second) =>
        first.ParagraphNumber == second.ParagraphNumber && first.LastSentence == second.FirstSentence;

    // `"One sentence." "Another," she said.`
    private static bool Adjoins(Speech first, Speech second) =>
        first.ParagraphNumber == second.ParagraphNumber && first.LastSentence + 1 == second.FirstSentence
        && first.IsWhole && first.Range.Close + 1 == first.Context.End && second.Range.Open == second.Context.Start;

    private static bool RunsOn(Speech first, Speech second) =>
        !first.Range.Closed && second.OpensParagraph && second.ParagraphNumber == first.ParagraphNumber + 1;

    private static Quotation ToQuotation(string text, Speech speech) =>
        new(speech.Words, speech.Words.Of(text), speech.Voice?.Name, speech.Voice?.Role, Direct: true, speech.Context);
}
