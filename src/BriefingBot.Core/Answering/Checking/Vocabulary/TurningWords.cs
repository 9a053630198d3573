using BriefingBot.Answering.Checking.Reading;
using BriefingBot.Passages;

namespace BriefingBot.Answering.Checking.Vocabulary;

/// <summary>Words that turn what is said: leave one out, or put one in, and it is another statement.</summary>
internal static class TurningWords
{
    private static readonly WordSet Turning = new("""
        will if unless only nearly almost some all every most few several many whether partly half about least more less fewer than provided according except both neither other another
        """);

    /// <summary>Words of denial that mostly mean something else.</summary>
    private static readonly WordSet Doubtful = new("ruled yet off free short");

    public static bool Contains(string lower) =>
        Turning.Contains(lower) || GrammarWords.IsNegator(lower) || GrammarWords.Possible.Contains(lower) || GrammarWords.Expected.Contains(lower)
        || (GrammarWords.DenyingVerbs.Contains(lower) && !GrammarWords.MildDenials.Contains(lower) && !Doubtful.Contains(lower));

    /// <summary>One form for words that stand for each other when speech is reported: "she said she would" for "I will".</summary>
    public static string Form(Word word) => word.Lower == "would" ? "will" : word.Lower;
}
