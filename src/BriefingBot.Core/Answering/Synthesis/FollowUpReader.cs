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

    public async ValueTask<string> UnderstandAsync(Conversation conversation, string text, string user, CancellationToken cancellation)
    {
        List<string> earlier = [.. conversation.Turns.Where(t => t.Status != AnswerStatus.Help).TakeLast(Earlier).Select(t => t.Understood)];
        return model is not null && earlier.Count > 0 && !SmallTalk.Is(text)
            && Accept(await RewriteAsync(model, earlier, text, user, cancellation), earlier, text) is { } rewritten
                ? rewritten
                : conversation.Understand(text);
    }

    private async ValueTask<string> RewriteAsync(ILanguageModel rewriter, List<string> earlier, string text, string user, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.RewriteSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await rewriter.RewriteAsync(earlier, text, user, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (ModelException)
        {
            return "";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "";
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
