using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Checks;

/// <summary>A shortened sentence has no words of its own, neither new ones nor others of like meaning, but for who said it.</summary>
internal static class WordingCheck
{
    public static IEnumerable<Objection> Find(Alignment alignment) => Enumerable.Range(0, alignment.Words.Count).Where(i => IsOwn(alignment, i))
        .Select(i => alignment.Words[i].Text).Select(own => new Objection(ObjectionKind.Wording, own, $"the cited passages do not say “{own}”"));

    private static bool IsOwn(Alignment alignment, int at) =>
        alignment.Words[at] is { Kind: WordKind.Content, InQuotes: false } word && alignment.Provenance[at] is null && !TellsWhich(alignment, at)
        && !GrammarWords.Light.Contains(word.Lower) && !SpeechWords.ReportingVerbs.Contains(word.Lower) && !SpeechWords.IsRole(word.Lower) && !IsInName(alignment.Words, at);

    // "El Diario del Valle"
    private static bool IsInName(IReadOnlyList<Word> words, int at) =>
        at > 0 && at + 1 < words.Count && words[at].Text.Length <= 3 && words[at - 1].Is(WordKind.Name) && words[at + 1].Is(WordKind.Name);

    // A noun from another sentence may tell which one is meant; a verb would be another deed.
    private static bool TellsWhich(Alignment alignment, int at) =>
        !ClauseReader.IsVerb(alignment.Words[at]) && alignment.PlacesOf(at).Any(p => alignment.Evidence[p].Stem == alignment.Words[at].Stem);
}
