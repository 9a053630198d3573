using BriefingBot.Answering.Checking.Vocabulary;
using BriefingBot.Quotes;

namespace BriefingBot.Answering.Checking.Reading;

/// <summary>Which words may name someone or something; without a dictionary, whatever is told from verbs and adverbs.</summary>
internal static class Nouns
{
    public static bool IsNominal(Word word) =>
        word.Is(WordKind.Name) || (word.Is(WordKind.Content) && !ClauseReader.IsVerb(word) && !word.Lower.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>The same or a figure, and nothing that tells or that any report may add.</summary>
    public static bool MayStandForAnother(Word word) => word.Is(WordKind.Figure) || word.Is(WordKind.Name) || (IsNominal(word)
        && !word.Lower.EndsWith("ing", StringComparison.Ordinal) && !SpeechWords.ReportingVerbs.Contains(word.Lower) && !GrammarWords.Light.Contains(word.Lower));

    // Every sentence begins with a capital.
    public static bool IsName(Word word) => word.Is(WordKind.Name) || (word.OpensSentence && OpeningWords.MayBeName(word.Lower));
}
