namespace BriefingBot.Answering;

/// <summary>How long answers may be; section <c>Answer</c> of the configuration.</summary>
public sealed record AnswerOptions
{
    public int MaxSentences { get; init; } = 3;

    /// <summary>Words of the whole answer text, lead-ins and citation marks included.</summary>
    public int MaxWords { get; init; } = 110;
}
