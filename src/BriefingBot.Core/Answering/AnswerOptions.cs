namespace BriefingBot.Answering;

/// <summary>How long answers may be; section <c>Answer</c> of the configuration.</summary>
public sealed record AnswerOptions
{
    public const string Section = "Answer";
    public const int MostSentences = 6;
    public const int FewestWords = 30;
    public const int MostWords = 400;

    public int MaxSentences { get; init; } = 3;

    /// <summary>Words of the whole answer text, lead-ins and citation marks included.</summary>
    public int MaxWords { get; init; } = 110;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        if (MaxSentences is < 1 or > MostSentences) yield return $"{Section}:{nameof(MaxSentences)} is {MaxSentences}; it must be from 1 to {MostSentences}.";
        if (MaxWords is < FewestWords or > MostWords) yield return $"{Section}:{nameof(MaxWords)} is {MaxWords}; it must be from {FewestWords} to {MostWords}.";
    }
}
