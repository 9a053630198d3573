using BriefingBot.Answering.Checking.Vocabulary;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>
/// What the cited texts call the ones they name: "delivery platform Tavola" makes the platform Tavola, "the
/// manufacturer, Lyon-based Phytera," the manufacturer Phytera.
/// </summary>
internal sealed class Aliases
{
    private readonly Dictionary<string, List<Word>> _nounsByName = new(StringComparer.Ordinal);

    public Aliases(IEnumerable<TextReading> texts)
    {
        foreach (var text in texts) Note(text.Words);
    }

    /// <summary>Whether the passages call the one of this name by this common noun.</summary>
    public bool IsCalled(Word name, Word noun) =>
        _nounsByName.TryGetValue(name.Lower, out var nouns) && nouns.Any(n => n.Means(noun));

    /// <summary>Whether the passages call someone of a name by this common noun.</summary>
    public bool IsOfName(Word noun) => _nounsByName.Values.Any(nouns => nouns.Any(n => n.Is(WordKind.Content) && n.Means(noun)));

    private void Note(IReadOnlyList<Word> words)
    {
        for (var first = 0; first < words.Count;)
        {
            if (!IsOfPhrase(words, first))
            {
                first++;
                continue;
            }

            var last = first;
            while (last + 1 < words.Count && IsOfPhrase(words, last + 1) && (words[last + 1].Clause == words[last].Clause || IsApposition(words, last + 1))) last++;
            NotePhrase(words, first, last);
            first = last + 1;
        }
    }

    private static bool IsOfPhrase(IReadOnlyList<Word> words, int at) =>
        words[at].Is(WordKind.Name) || (words[at].Is(WordKind.Content) && !ClauseReader.IsVerb(words[at]) && !Quotes.SpeechWords.ReportingVerbs.Contains(words[at].Lower))
        || (GrammarWords.Determiners.Contains(words[at].Lower) && at > 0 && words[at - 1].Clause != words[at].Clause && words[at - 1].Sentence == words[at].Sentence);

    // "…, a charity, …": a new clause of the same sentence that begins with a noun phrase.
    private static bool IsApposition(IReadOnlyList<Word> words, int at) =>
        words[at].Sentence == words[at - 1].Sentence && !words[at].OpensSentence && !GrammarWords.ClauseOpeners.Contains(words[at].Lower)
        && (words[at].Is(WordKind.Name) || words[at - 1].Is(WordKind.Name));

    private void NotePhrase(IReadOnlyList<Word> words, int first, int last)
    {
        var nouns = Enumerable.Range(first, last - first + 1).Select(i => words[i]).Where(w => w.Is(WordKind.Content)).ToList();
        for (var i = first; i <= last; i++)
        {
            if (!words[i].Is(WordKind.Name)) continue;
            if (!_nounsByName.TryGetValue(words[i].Lower, out var known)) _nounsByName[words[i].Lower] = known = [];
            known.AddRange(nouns);
            // "Skyway Airlines" is an airline.
            for (var j = first; j <= last; j++)
            {
                if (j != i && words[j].Is(WordKind.Name)) known.Add(words[j]);
            }
        }
    }
}
