namespace BriefingBot.Answering.Synthesis;

/// <summary>Bounds for answers that a language model writes; section <c>Synthesis</c> of the configuration.</summary>
public sealed record SynthesisOptions
{
    public const string Section = "Synthesis";

    /// <summary>Time for the whole answer, second attempt included; after it the extractive answer is given.</summary>
    public int AnswerSeconds { get; init; } = 25;

    /// <summary>Time for making a follow-up a question of its own; after it the rules do.</summary>
    public int RewriteSeconds { get; init; } = 5;

    /// <summary>Characters of passages that the model is given, further searches included; about four make a token.</summary>
    public int PassageCharacters { get; init; } = 16_000;

    /// <summary>How often the model may search again for one answer.</summary>
    public int Searches { get; init; } = 2;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(AnswerSeconds), AnswerSeconds, 1, 300),
            (nameof(RewriteSeconds), RewriteSeconds, 1, 60),
            (nameof(PassageCharacters), PassageCharacters, 1000, 200_000),
            (nameof(Searches), Searches, 0, 5),
        ];
        foreach (var (key, value, least, most) in numbers)
        {
            if (value < least || value > most) yield return $"{Section}:{key} is {value}; it must be from {least} to {most}.";
        }
    }
}
