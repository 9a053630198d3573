using System.Diagnostics;
using BriefingBot.Answering.Synthesis;
using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Answering;

/// <summary>
/// The story of an answer, top to bottom: read the scope, retrieve, judge, write, check, number. Chat adapters and
/// command line all end here.
/// </summary>
/// <param name="synthesis">Has a model write the sentences; null leaves them to the articles.</param>
public sealed class QuestionAnswerer(PassageRetriever retriever, ScopeReader scopes, AnswerOptions options, SynthesisWriter? synthesis = null)
{
    /// <summary>The same without a model.</summary>
    public QuestionAnswerer Extractive => synthesis is null ? this : new QuestionAnswerer(retriever, scopes, options);

    public bool HasModel => synthesis is not null;

    public ValueTask<Answer> AnswerAsync(Question question, CancellationToken cancellation) => AnswerAsync(question, options, null, cancellation);

    /// <param name="length">In place of the configured length.</param>
    public ValueTask<Answer> AnswerAsync(Question question, AnswerOptions length, CancellationToken cancellation) => AnswerAsync(question, length, null, cancellation);

    /// <param name="show">Shows the answer as far as it is written and verified; the answer itself may still turn out differently.</param>
    public async ValueTask<Answer> AnswerAsync(Question question, AnswerOptions length, ShowVerified? show, CancellationToken cancellation)
    {
        var answer = await OnceAsync(question, length, show, cancellation);
        // What the conversation is about comes first, but must not stand in the way of an answer from elsewhere.
        return answer.Status is AnswerStatus.NothingFound or AnswerStatus.OffTopic && question.Prefer.Count > 0
            ? await OnceAsync(question with { Prefer = [] }, length, show, cancellation)
            : answer;
    }

    private async ValueTask<Answer> OnceAsync(Question question, AnswerOptions length, ShowVerified? show, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (SmallTalk.Is(question.Text)) return Without(question, AnswerStatus.Help, SmallTalk.HelpText, Stopwatch.GetElapsedTime(started));

        var reading = await scopes.ReadAsync(question, cancellation);
        var found = await retriever.RetrieveAsync(question, reading, cancellation);
        var retrieved = Stopwatch.GetElapsedTime(started);

        var answer = found.IsOverview || IsAnswerable(reading, found) ? await WriteAsync(found, reading, length, show, cancellation) : null;
        answer ??= await AbstainAsync(question, reading, found, cancellation);
        var total = Stopwatch.GetElapsedTime(started);
        return answer with { Ranking = found.Articles, Timings = new AnswerTimings(retrieved, total - retrieved, total) };
    }

    /// <summary>Within a period or outlet even "What did the president say?" has few enough answers.</summary>
    private static bool IsAnswerable(ScopeReading reading, RetrievalResult found) =>
        (reading.IsNarrowed || !found.Subject.IsVague) && EvidenceJudge.IsOnTheQuestion(found);

    /// <summary>The articles' own sentences decide whether there is an answer; a model only puts it better.</summary>
    private async ValueTask<Answer?> WriteAsync(RetrievalResult found, ScopeReading reading, AnswerOptions length, ShowVerified? show, CancellationToken cancellation)
    {
        var extractive = CitationChecker.Check(new ExtractiveWriter(length).Write(found));
        if (extractive.Count == 0) return null;
        if (synthesis is null) return Number(found, extractive, length);

        var (written, report) = await synthesis.WriteAsync(found, reading, extractive, length, show, cancellation);
        var held = CitationChecker.Check(written);
        return Number(found, held.Count > 0 ? held : extractive, length) with { Synthesis = report };
    }

    private Answer Number(RetrievalResult found, IReadOnlyList<DraftSentence> verified, AnswerOptions length)
    {
        var drafts = CitationChecker.Check(Disagreement.Note(verified, found.Articles, length));
        var (text, sentences, citations) = AnswerNumbering.Number(drafts);
        return new Answer(found.Question, AnswerStatus.Answered, text, sentences, citations, [], [], found.Scope, WriterOf(drafts), default);
    }

    private string WriterOf(IReadOnlyList<DraftSentence> drafts) =>
        drafts.All(d => d.Wording != Wording.Written) ? ExtractiveWriter.Name
        : drafts.All(d => d.Wording != Wording.Extracted) ? synthesis!.Name
        : $"{synthesis!.Name}+{ExtractiveWriter.Name}";

    private async ValueTask<Answer> AbstainAsync(Question question, ScopeReading reading, RetrievalResult found, CancellationToken cancellation)
    {
        var wider = await WiderAsync(question, reading, found, cancellation);
        List<Article> nearest = found.Subject.IsVague ? [] : [.. found.Articles.Take(AnswerWeights.Nearest).Select(a => a.Article)];
        var status = wider.Count > 0 || found.Scope.IsEmpty ? AnswerStatus.ScopeEmpty
            : nearest.Count == 0 ? AnswerStatus.NothingFound
            : AnswerStatus.OffTopic;
        return Without(question, status, AbstentionText.Of(status, found, nearest, wider), default) with
        {
            Scope = found.Scope,
            Nearest = nearest,
            Wider = wider,
        };
    }

    /// <summary>The best articles on the question outside of the period and sources it named; empty when it named none.</summary>
    private async ValueTask<IReadOnlyList<Article>> WiderAsync(Question question, ScopeReading reading, RetrievalResult found, CancellationToken cancellation)
    {
        if (!reading.IsNarrowed || found.Subject.IsVague) return [];
        var wider = await retriever.RetrieveAsync(question, reading.Widened(question), cancellation);
        return EvidenceJudge.IsOnTheQuestion(wider) ? [.. wider.Articles.Take(AnswerWeights.Nearest).Select(a => a.Article)] : [];
    }

    private static Answer Without(Question question, AnswerStatus status, string text, TimeSpan total) =>
        new(question, status, text, [], [], [], [], null, ExtractiveWriter.Name, new AnswerTimings(default, default, total));
}
