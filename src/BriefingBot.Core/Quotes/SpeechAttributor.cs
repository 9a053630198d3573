using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>Gives each speech its speaker, in the order of the text, because pronouns and runs of speech look back.</summary>
internal sealed class SpeechAttributor(Article article, IReadOnlyList<Paragraph> paragraphs)
{
    private readonly SpeakerResolver _resolver = new(article, paragraphs);

    public void Attribute(IReadOnlyList<Speech> speeches)
    {
        Speech? previous = null;
        foreach (var speech in speeches)
        {
            speech.Voice = speech.Own is { } own ? _resolver.Resolve(own.Speaker, speech.ParagraphNumber) : CarriedOver(speech, previous);
            if (speech.Voice is { } voice) _resolver.Spoke(speech.Range.Open, voice);
            previous = speech;
        }
    }

    private Voice? CarriedOver(Speech speech, Speech? previous)
    {
        if (!speech.IsWhole) return null;
        if (previous?.ParagraphNumber == speech.ParagraphNumber) return FromSameParagraph(speech, previous);
        if (!speech.OpensParagraph) return FromReport(speech, speech.ParagraphNumber, speech.FirstSentence - 1);
        if (speech.ParagraphNumber == 0 || paragraphs[speech.ParagraphNumber - 1].Section != speech.Paragraph.Section) return null;

        var last = paragraphs[speech.ParagraphNumber - 1];
        var adjoins = previous?.ParagraphNumber == speech.ParagraphNumber - 1 && previous.LastSentence == last.Sentences.Count - 1;
        if (adjoins && !previous!.Range.Closed) return previous.Voice;
        if (!speech.FillsParagraph) return null;
        return adjoins ? previous!.Voice : FromReport(speech, speech.ParagraphNumber - 1, last.Sentences.Count - 1);
    }

    private Voice? FromSameParagraph(Speech speech, Speech previous)
    {
        if (previous.Voice is not { } voice) return FromReport(speech, speech.ParagraphNumber, speech.FirstSentence - 1);
        if (previous.LastSentence < speech.FirstSentence - 1)
        {
            if (FromReport(speech, speech.ParagraphNumber, speech.FirstSentence - 1) is { } reported) return reported;
            if (_resolver.OtherNamedBetween(previous.Range.Close, speech.Range.Open, voice)) return null;
        }

        speech.Context = new TextSpan(previous.Context.Start, speech.Context.End);
        return voice;
    }

    // `Smith said that all was well. "We are fine."`
    private Voice? FromReport(Speech speech, int paragraph, int sentence)
    {
        if (sentence < 0) return null;
        var span = paragraphs[paragraph].Sentences[sentence];
        if (ReportingClause.Indirect(new Clause(article.Text, span, 60)) is not { } subject) return null;
        if (paragraph == speech.ParagraphNumber) speech.Context = new TextSpan(span.Start, speech.Context.End);
        return _resolver.Resolve(subject, paragraph);
    }
}
