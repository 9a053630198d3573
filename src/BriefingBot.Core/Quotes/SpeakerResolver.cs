using BriefingBot.Articles;

namespace BriefingBot.Quotes;

/// <summary>
/// Finds who is meant by a last name or a pronoun. Looks back sentence by sentence, and gives nothing where two
/// people fit, for a quotation without a speaker does less harm than one with the wrong speaker.
/// </summary>
internal sealed class SpeakerResolver(Article article, IReadOnlyList<Paragraph> paragraphs)
{
    private const int FurthestParagraphs = 3;
    private const int FurthestSentences = 12;
    private const int SubjectWithin = 30;
    private const int FurthestInSentence = 1000;

    private readonly NameIndex _names = new(article, paragraphs);
    private readonly List<Mention> _spoken = [];

    /// <summary>Notes who spoke at a place, for the pronouns that follow; calls come in the order of the text.</summary>
    public void Spoke(int position, Voice voice) => _spoken.Add(new Mention(position, voice));

    public Voice? Resolve(SpeakerPhrase phrase, int paragraph) => phrase.Kind switch
    {
        PhraseKind.Pronoun => phrase.Words.ToUpperInvariant() switch
        {
            "HE" => Referent(phrase.Position, paragraph, Gender.Male),
            "SHE" => Referent(phrase.Position, paragraph, Gender.Female),
            "IT" => Organisation(phrase.Position, paragraph),
            _ => Several(phrase.Position, paragraph),
        },
        PhraseKind.Described => new Voice(phrase.Words, null, Nature.Person, Gender.Unknown, phrase.Position),
        PhraseKind.Group => new Voice(phrase.Words, null, Nature.Organisation, Gender.Unknown, phrase.Position),
        _ => Named(phrase),
    };

    /// <summary>Whether somebody other than <paramref name="voice"/> is named between two places.</summary>
    public bool OtherNamedBetween(int from, int to, Voice voice)
    {
        for (var i = FirstAt(_names.Mentions, from); i < _names.Mentions.Count && _names.Mentions[i].Position < to; i++)
        {
            if (_names.Mentions[i].Voice is { Nature: Nature.Person } other && other.Name != voice.Name) return true;
        }

        return false;
    }

    private Voice Named(SpeakerPhrase phrase)
    {
        var known = _names.Find(phrase.LastName, phrase.Position, phrase.Gender);
        if (known is not null && (known.Name == phrase.Words || !phrase.IsFull || known.Name.EndsWith($" {phrase.Words}", StringComparison.Ordinal)))
        {
            known.Role ??= phrase.Role;
            if (phrase.Kind == PhraseKind.Person) known.Nature = Nature.Person;
            return known.Role == phrase.Role || phrase.Role is null ? known : new Voice(known.Name, phrase.Role, known.Nature, known.Gender, known.Position);
        }

        var name = phrase.Honorific.Length > 0 ? $"{phrase.Honorific} {phrase.Words}" : phrase.Words;
        return new Voice(name, phrase.Role, phrase.Kind == PhraseKind.Person ? Nature.Person : Nature.Unknown, phrase.Gender, phrase.Position);
    }

    private Voice? Referent(int position, int paragraph, Gender gender)
    {
        foreach (var sentence in Back(position, paragraph))
        {
            var candidates = Within(_spoken, sentence, gender);
            if (candidates.Count == 0) candidates = Within(_names.Mentions, sentence, gender);
            if (candidates.Count == 0) continue;
            if (candidates.Exists(c => c.Voice.Gender == gender)) candidates.RemoveAll(c => c.Voice.Gender != gender);
            if (candidates.TrueForAll(c => c.Voice.Name == candidates[0].Voice.Name)) return candidates[0].Voice;
            return candidates[0].Position - sentence.Start <= SubjectWithin ? candidates[0].Voice : null;
        }

        return null;
    }

    // "it said": the organisation that spoke last, in quotation marks or not.
    private Voice? Organisation(int position, int paragraph)
    {
        foreach (var sentence in Back(position, paragraph))
        {
            for (var i = _spoken.Count - 1; i >= 0 && _spoken[i].Position >= sentence.Start; i--)
            {
                if (_spoken[i].Position < sentence.End && _spoken[i].Voice.Nature != Nature.Person) return _spoken[i].Voice;
            }

            if (ReportingClause.Indirect(new Clause(article.Text, sentence, 40)) is { Kind: PhraseKind.Group or PhraseKind.Name } phrase
                && Resolve(phrase, paragraph) is { Nature: not Nature.Person } voice) return voice;
        }

        return null;
    }

    // "they said": only straight after a group spoke, or an unnamed source, whose sex papers do not give away.
    private Voice? Several(int position, int paragraph)
    {
        var last = _spoken.FindLast(m => m.Position < position);
        var from = paragraphs[Math.Max(0, paragraph - 1)].Span.Start;
        var fits = last.Voice is { Nature: Nature.Organisation } || (last.Voice is not null && char.IsLower(last.Voice.Name[0]));
        return fits && last.Position >= from ? last.Voice : null;
    }

    /// <summary>The sentences before a place, nearest first, with the start of its own.</summary>
    private IEnumerable<TextSpan> Back(int position, int paragraph)
    {
        var left = FurthestSentences;
        for (var p = paragraph; p >= 0 && p > paragraph - FurthestParagraphs && paragraphs[p].Section == paragraphs[paragraph].Section; p--)
        {
            var sentences = paragraphs[p].Sentences;
            for (var s = p == paragraph ? paragraphs[p].SentenceAt(position) : sentences.Count - 1; s >= 0 && left > 0; s--, left--)
            {
                var end = Math.Min(position, sentences[s].End);
                yield return new TextSpan(Math.Max(sentences[s].Start, end - FurthestInSentence), end);
            }
        }
    }

    private static List<Mention> Within(List<Mention> mentions, TextSpan sentence, Gender gender)
    {
        var found = new List<Mention>();
        for (var i = FirstAt(mentions, sentence.Start); i < mentions.Count && mentions[i].Position < sentence.End; i++)
        {
            if (mentions[i].Voice.Fits(gender)) found.Add(mentions[i]);
        }

        return found;
    }

    private static int FirstAt(List<Mention> mentions, int position)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Position < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
