namespace BriefingBot.Answering;

/// <summary>One question of a conversation as it was understood, and how it ended.</summary>
public sealed record Turn(string Understood, AnswerStatus Status);

/// <summary>
/// The memory of one conversation: turns a follow-up ("and in Tunisia?") into a question that can be asked alone.
/// Immutable, so that a stored conversation can be taken up anywhere.
/// </summary>
public sealed record Conversation(IReadOnlyList<Turn> Turns)
{
    /// <summary>Turns remembered: follow-ups look back one or two.</summary>
    private const int Remembered = 8;

    public static Conversation Empty { get; } = new([]);

    /// <summary>The text as a question of its own; unchanged when it does not lean on an earlier turn.</summary>
    public string Understand(string text) =>
        Turns.LastOrDefault(t => t.Status != AnswerStatus.Help) is { } last ? FollowUp.Resolve(text, last.Understood) : text;

    public Conversation After(string understood, Answer answer) => new([.. Turns.TakeLast(Remembered - 1), new Turn(understood, answer.Status)]);
}
