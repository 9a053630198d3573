using System.Diagnostics;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.LuceneIndex;
using BriefingBot.Retrieval;
using BriefingBot.SqliteStore;
using Lucene.Net.Search;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>Times every question twice in turn: Lucene's query for the same terms on the same index, then a whole answer.</summary>
internal sealed class Asking : IDisposable
{
    private readonly SqliteArticleLibrary _library;
    private readonly LucenePassageSearch _search;
    private readonly ScopeReader _scopes;
    private readonly QuestionAnswerer _answerer;
    private readonly IndexSearcher _lucene;

    public Asking(DataFolder data)
    {
        _library = SqliteArticleLibrary.Open(data, TimeProvider.System);
        _search = new LucenePassageSearch(data.Index);
        _scopes = new ScopeReader(_library);
        _answerer = new QuestionAnswerer(new PassageRetriever(_search, _library), _scopes, new AnswerOptions());
        _lucene = PlainLucene.Open(data.Index);
    }

    public int CountPassages() => _library.CountPassages();

    public async Task<int> CountArticlesAsync() => (await _library.DescribeAsync(ArticleFilter.Everything, CancellationToken.None)).Articles;

    /// <summary>Asks everything once unmeasured, so that code is compiled and files are in memory, and then measured.</summary>
    public async Task<IReadOnlyList<AskTimes>> RunAsync(IReadOnlyList<EvaluationQuestion> questions)
    {
        var times = new List<AskTimes>();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var question in questions) times.Add(await TimeAsync(question));
        }

        return times;
    }

    /// <summary>What only our own side needs in memory.</summary>
    public async Task AskAllAsync(IReadOnlyList<EvaluationQuestion> questions)
    {
        foreach (var question in questions) await _answerer.AnswerAsync(Read(question), CancellationToken.None);
    }

    public void Dispose()
    {
        _lucene.IndexReader.Dispose();
        _search.Dispose();
        _library.Dispose();
    }

    private async Task<AskTimes> TimeAsync(EvaluationQuestion asked)
    {
        // Lucene gets the very terms that our retrieval searches for, without the words that only ask.
        var question = Read(asked);
        var reading = await _scopes.ReadAsync(question, CancellationToken.None);
        var stems = QuestionTerms.Of(question.Text, reading.Understood).Select(t => t.Stem).Distinct().ToList();
        var started = Stopwatch.GetTimestamp();
        var found = PlainLucene.Search(_lucene, stems);
        var plain = Stopwatch.GetElapsedTime(started);

        started = Stopwatch.GetTimestamp();
        var answer = await _answerer.AnswerAsync(question, CancellationToken.None);
        var total = Stopwatch.GetElapsedTime(started);
        return new AskTimes(stems.Count, found.TotalHits, answer.Status == AnswerStatus.Answered, plain, answer.Timings.Retrieve, total);
    }

    private static Question Read(EvaluationQuestion asked) => new(asked.Question, AsOf.Parse(asked.AsOf));
}

/// <summary>One question's times.</summary>
/// <param name="Matches">Passages that hold any of the terms.</param>
internal readonly record struct AskTimes(int Terms, int Matches, bool Answered, TimeSpan Plain, TimeSpan Retrieve, TimeSpan Total);
