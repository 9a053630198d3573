namespace BriefingBot.Answering.Synthesis;

/// <summary>Calls the model for one answer, adds up what that costs, and makes of its failures a reason.</summary>
/// <param name="model">The model.</param>
/// <param name="passages">What it may cite.</param>
/// <param name="request">Cancelled when nobody waits for the answer any more; that passes through.</param>
internal sealed class ModelCall(ILanguageModel model, CitablePassages passages, CancellationToken request)
{
    public ModelUsage Usage { get; private set; } = ModelUsage.None;

    /// <param name="task">What to write.</param>
    /// <param name="take">Given each sentence; false when no more is wanted.</param>
    /// <param name="deadline">When the model has to be done.</param>
    /// <returns>Why the model failed; empty when it did not.</returns>
    public async ValueTask<string> WriteAsync(WritingTask task, Func<WrittenSentence, CancellationToken, ValueTask<bool>> take, CancellationToken deadline)
    {
        var before = Usage;
        try
        {
            await foreach (var line in ModelLines.ReadAsync(model.WriteAsync(task, deadline), usage => Usage = before.Plus(usage), deadline))
            {
                foreach (var sentence in SentenceReader.Read(line, passages))
                {
                    if (!await take(sentence, request)) return "";
                }
            }

            return "";
        }
        catch (ModelException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!request.IsCancellationRequested)
        {
            return deadline.IsCancellationRequested ? "it took too long" : "it was cancelled";
        }
    }
}
