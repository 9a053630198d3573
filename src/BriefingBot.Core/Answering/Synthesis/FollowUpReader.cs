using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// Understands a message in the light of its conversation: by a model when there is one and it says nothing of its own,
/// by the rules of <see cref="Conversation.Understand"/> otherwise.
/// </summary>
public sealed class FollowUpReader(SynthesisOptions options, TimeProvider time, ILanguageModel? model = null)
{
    private const int LongestQuestion = 300;

    /// <summary>Questions before it that the model is shown.</summary>
    private const int Earlier = 4;

    /// <summary>Told why a model was left aside; without text of the question.</summary>
    public Action<string> Report { get; init; } = _ => { };

    public async ValueTask<string> UnderstandAsync(Conversation conversation, string text, string user, CancellationToken cancellation)
    {
        List<string> earlier = [.. conversation.Turns.Where(t => t.Status != AnswerStatus.Help).TakeLast(Earlier).Select(t => t.Understood)];
        return model is not null && earlier.Count > 0 && !SmallTalk.Is(text) && await TryRewriteAsync(model, earlier, text, user, cancellation) is { } rewritten
            ? rewritten
            : conversation.Understand(text);
    }

    private async ValueTask<string?> TryRewriteAsync(ILanguageModel rewriter, List<string> earlier, string text, string user, CancellationToken cancellation)
    {
        if (await RewriteAsync(rewriter, earlier, text, user, cancellation) is not { } rewritten) return null;
        if (Accept(rewritten, earlier, text) is { } accepted) return accepted;
        Report("it put something of its own into the question");
        return null;
    }

    private async ValueTask<string?> RewriteAsync(ILanguageModel rewriter, List<string> earlier, string text, string user, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.RewriteSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await rewriter.RewriteAsync(earlier, text, user, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (ModelException e)
        {
            Report(e.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Report(limit.IsCancellationRequested ? "it took too long" : "it was cancelled");
            return null;
        }
    }

    /// <summary>
    /// The rewriting, if it is one line of a sensible length that only puts together what the person has said: it is shown
    /// in the chat, and must not be a way for a model to say something there.
    /// </summary>
    private static string? Accept(string rewritten, List<string> earlier, string text)
    {
        if (rewritten.Length > LongestQuestion || rewritten.Trim().AsSpan().IndexOfAny('\n', '\r') >= 0) return null;
        var line = PlainText.OneLine(SentenceForm.Clean(rewritten));
        var said = earlier.Append(text).SelectMany(EnglishTerms.StemsOf).ToHashSet(StringComparer.Ordinal);
        return line.Length > 0 && !SentenceForm.IsForeign(line) && QuestionTerms.Of(line, []).All(term => said.Contains(term.Stem)) ? line : null;
    }
}
