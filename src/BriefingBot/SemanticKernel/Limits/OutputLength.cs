using BriefingBot.Answering;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>
/// How much a model may give out for one answer: well above what was asked for, so that only what has run wild is cut.
/// </summary>
internal sealed class OutputLength(AnswerOptions asked)
{
    // Long words of agglutinative languages, keys, and remarks between searches are all within it.
    private const int CharactersPerWord = 24;

    // Models that think first count their thoughts too.
    private const int TokensForThoughts = 2000;
    private const int TokensPerWord = 6;

    private int _given;

    public int MaxCharacters { get; } = asked.MaxWords * CharactersPerWord;

    public int MaxTokens { get; } = TokensForThoughts + (asked.MaxWords * TokensPerWord);

    /// <summary>By estimate; a provider that does not hold the model to <see cref="MaxTokens"/> is not read for ever.</summary>
    public int MostTokens => 2 * MaxTokens;

    public bool IsReached => _given >= MaxCharacters;

    /// <summary>As much of the text as is still within the length.</summary>
    public string Cut(string text)
    {
        var within = text.Length <= MaxCharacters - _given ? text : text[..(MaxCharacters - _given)];
        _given += within.Length;
        return within;
    }
}
