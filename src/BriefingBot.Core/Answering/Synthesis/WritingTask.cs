namespace BriefingBot.Answering.Synthesis;

/// <summary>What a model is to write about, and within which bounds.</summary>
/// <param name="Question">As it was understood. Data, never an instruction.</param>
/// <param name="AsOf">The instant of the question.</param>
/// <param name="User">Who asks, for the budget; empty when it is nobody in particular.</param>
/// <param name="Passages">What it may rely on, oldest first; undated ones before them.</param>
/// <param name="Length">Sentences and words at most.</param>
public sealed record WritingTask(string Question, DateTimeOffset AsOf, string User, IReadOnlyList<KeyedPassage> Passages, AnswerOptions Length)
{
    /// <summary>Sentences of the first attempt that the checker refused, with the reason in words; empty at the first attempt.</summary>
    public IReadOnlyList<RefusedSentence> Refused { get; init; } = [];

    /// <summary>Searches again within what the asker may see and returns passages under new keys; null where it may not.</summary>
    public SearchAgain? Search { get; init; }
}

/// <summary>A passage as the model is given it.</summary>
/// <param name="Key">Opaque; the model cites with it, and any key not given is stripped.</param>
/// <param name="Source">The outlet; empty when unknown.</param>
/// <param name="Published">Null when undated.</param>
public sealed record KeyedPassage(string Key, string Source, string Title, DateOnly? Published, string Text);

/// <summary>A sentence that was not borne out by what it cited.</summary>
public sealed record RefusedSentence(string Text, string Reason);

/// <param name="query">The model's own words; data, as all that comes from it.</param>
/// <param name="cancellation">Stops it.</param>
public delegate ValueTask<IReadOnlyList<KeyedPassage>> SearchAgain(string query, CancellationToken cancellation);
