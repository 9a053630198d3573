namespace BriefingBot.Answering.Checking.Reading;

/// <summary>One statement of a text, as indices of words: who, and what is said of them.</summary>
/// <param name="Subject">Content words and names of whoever it is about; taken over from the statement before when it only says "she" or nothing.</param>
/// <param name="Verb">What it states of them, or -1 where no verb can be told.</param>
/// <param name="Rest">Everything else that it says: content words, names and figures, its verb included.</param>
/// <param name="Agent">After "by" of a passive.</param>
/// <param name="Reference">Whether its subject has to be looked for in what was said before.</param>
internal sealed record Proposition(int Sentence, int First, int Last, IReadOnlyList<int> Subject, int Verb, IReadOnlyList<int> Rest, IReadOnlyList<int> Agent, bool IsPassive, Reference Reference)
{
    /// <summary>Who is told to have said it; empty when the text says it itself.</summary>
    public IReadOnlyList<int> Speaker { get; init; } = [];

    public Reference SpeakerReference { get; init; }
}

/// <summary>How a statement names whoever it is about.</summary>
internal enum Reference
{
    /// <summary>By name, or as something new: "fishermen", "a dog".</summary>
    Own,

    /// <summary>"The captain", "its crew": someone known already.</summary>
    Definite,

    /// <summary>"It", "they".</summary>
    Thing,

    /// <summary>"She".</summary>
    Person,
}
