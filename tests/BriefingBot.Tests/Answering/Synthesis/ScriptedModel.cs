using System.Runtime.CompilerServices;
using BriefingBot.Answering.Synthesis;

namespace BriefingBot.Tests.Answering.Synthesis;

/// <summary>A model that writes what a test wants, in pieces of a few characters as real ones do.</summary>
internal sealed class ScriptedModel : ILanguageModel
{
    private const int Piece = 7;

    public string Name => "scripted";

    /// <summary>What it was asked to write, in order.</summary>
    public List<WritingTask> Tasks { get; } = [];

    /// <summary>What it writes for a task.</summary>
    public required Func<WritingTask, string> Writes { get; init; }

    /// <summary>Waited for before anything is written; gets the cancellation that the model is given.</summary>
    public Func<WritingTask, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Waited for before each piece.</summary>
    public Func<string, Task> BeforePiece { get; init; } = _ => Task.CompletedTask;

    public Func<IReadOnlyList<string>, string, string> Rewrites { get; init; } = (_, text) => text;

    /// <summary>Writes these lines at the first attempt and nothing at the second.</summary>
    public static ScriptedModel Of(Func<WritingTask, string> writes) => new() { Writes = task => task.Refused.Count == 0 ? writes(task) : "" };

    public async IAsyncEnumerable<ModelDelta> WriteAsync(WritingTask task, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Tasks.Add(task);
        await Before(task, cancellation);
        foreach (var piece in Writes(task).Chunk(Piece).Select(chars => new string(chars)))
        {
            await BeforePiece(piece);
            yield return new ModelDelta(piece, new ModelUsage(100, 1));
        }

        yield return new ModelDelta("", new ModelUsage(100, 20));
    }

    public ValueTask<string> RewriteAsync(IReadOnlyList<string> earlier, string text, string user, CancellationToken cancellation) =>
        ValueTask.FromResult(Rewrites(earlier, text));
}

internal static class WritingTasks
{
    /// <summary>The key, in brackets, of the passage that holds these words.</summary>
    public static string Cite(this IEnumerable<KeyedPassage> passages, string words) =>
        $"[{passages.First(p => p.Text.Contains(words, StringComparison.Ordinal)).Key}]";

    public static string Cite(this WritingTask task, string words) => task.Passages.Cite(words);
}
