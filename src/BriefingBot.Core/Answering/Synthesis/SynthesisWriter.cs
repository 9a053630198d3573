using BriefingBot.Retrieval;

namespace BriefingBot.Answering.Synthesis;

/// <summary>
/// Has a model write the answer over the retrieved passages and keeps of it what they bear out. That there is an answer,
/// and one made of the articles' own sentences, is settled before a model is asked; when it fails, that one is given.
/// </summary>
public sealed class SynthesisWriter(ILanguageModel model, PassageRetriever retriever, SynthesisOptions options, TimeProvider time)
{
    /// <summary>Told how the model's part in each answer went.</summary>
    public Action<SynthesisReport> Report { get; init; } = _ => { };

    /// <summary>As <see cref="Answer.Writer"/> has it.</summary>
    public string Name => $"llm:{model.Name}";

    internal async ValueTask<(IReadOnlyList<DraftSentence> Sentences, SynthesisReport Report)> WriteAsync(
        RetrievalResult found, ScopeReading reading, IReadOnlyList<DraftSentence> extractive, AnswerOptions length, ShowVerified? show, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.AnswerSeconds), time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var passages = new CitablePassages(options.PassageCharacters);
        var call = new ModelCall(model, passages, cancellation);
        var search = new FurtherSearch(retriever, found.Question, reading, passages, options.Searches);
        var draft = new WrittenDraft(length, new VerifiedText(show));
        var task = new WritingTask(found.Question.Text, found.Question.AsOf, found.Question.User, passages.Add(found.Articles), length) { Search = search.OrNone };

        var failure = await call.WriteAsync(task, draft.WriteAsync, deadline.Token);
        var refused = failure.Length == 0 ? draft.Open : [];
        if (refused.Count > 0)
        {
            // What a failing second attempt does not bring, the articles' own sentences do.
            await call.WriteAsync(task with { Refused = refused }, draft.WriteAgainAsync, deadline.Token);
        }

        if (failure.Length == 0 && draft.Sentences.Count == 0) failure = "nothing that it wrote is borne out";
        if (failure.Length == 0) draft.FillGaps(extractive);
        var report = new SynthesisReport(model.Name, draft.Written, draft.Refused, refused.Count, draft.Replaced, draft.Dropped, search.Rounds, failure, call.Usage);
        Report(report);
        return (failure.Length == 0 ? draft.Sentences : extractive, report);
    }
}
