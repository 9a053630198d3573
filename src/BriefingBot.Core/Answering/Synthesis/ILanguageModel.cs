namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// A language model that writes about passages. All that comes from it is untrusted: it is read, checked and numbered by
/// the caller, and never decides whether there is an answer.
/// </summary>
public interface ILanguageModel
{
    /// <summary>As replies and records name it, such as <c>gpt-5-mini</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Writes sentence by sentence, a line each, with the keys of the passages relied on in brackets at its end:
    /// <c>The wall cost 14 million crowns. [k3][k7]</c>. Text comes in pieces as the model gives it, without what it thinks before.
    /// </summary>
    /// <exception cref="ModelException">The model is slow, busy, gone or over budget; the caller answers without it.</exception>
    IAsyncEnumerable<ModelDelta> WriteAsync(WritingTask task, CancellationToken cancellation);

    /// <summary>Makes a question out of a follow-up that can be understood without the questions before it.</summary>
    /// <param name="earlier">The questions before it as they were understood, oldest first.</param>
    /// <param name="text">What the person wrote.</param>
    /// <param name="user">Who asks, for the budget.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ModelException">As above.</exception>
    ValueTask<string> RewriteAsync(IReadOnlyList<string> earlier, string text, string user, CancellationToken cancellation);
}

/// <summary>A piece of what the model writes.</summary>
/// <param name="Usage">
/// What the call has cost up to here, estimated until the provider says so: its reader may stop before it does. Null for
/// nothing new.
/// </param>
public sealed record ModelDelta(string Text, ModelUsage? Usage = null);

/// <summary>Tokens of one call or several.</summary>
public sealed record ModelUsage(long InputTokens, long OutputTokens)
{
    public static ModelUsage None { get; } = new(0, 0);

    public ModelUsage Plus(ModelUsage other) => new(InputTokens + other.InputTokens, OutputTokens + other.OutputTokens);
}

/// <summary>The model could not be used this time. The message is for the log and holds neither key nor text of the question.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
