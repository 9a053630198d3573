using BenchmarkDotNet.Attributes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Benchmarks.Corpus;
using BriefingBot.Benchmarks.VersusLucene;
using BriefingBot.Evaluation;
using BriefingBot.LuceneIndex;
using BriefingBot.Retrieval;
using BriefingBot.SqliteStore;

namespace BriefingBot.Benchmarks.Micro;

/// <summary>One question after the other over an index of 2,000 articles (about 29,000 passages).</summary>
[ShortRunJob, MemoryDiagnoser]
public class AskBenchmarks : IDisposable
{
    private string _folder = "";
    private List<Question> _questions = [];
    private List<PassageQuery> _queries = [];
    private SqliteArticleLibrary? _library;
    private LucenePassageSearch? _search;
    private QuestionAnswerer? _answerer;
    private int _next;

    [GlobalSetup]
    public async Task IndexAsync()
    {
        _folder = Directory.CreateTempSubdirectory("briefingbot-benchmarks-").FullName;
        var corpus = CorpusFiles.Write(_folder, articles: 2000, questions: 100);
        var data = DataFolder.At(Path.Combine(_folder, "data"));
        await OurIndexing.RunAsync(corpus.Articles, data);
        _questions = [.. EvaluationQuestion.ReadFile(corpus.Questions).Select(q => new Question(q.Question, AsOf.Parse(q.AsOf)))];
        _queries = [.. _questions.Select(ToQuery)];
        _library = SqliteArticleLibrary.Open(data, TimeProvider.System);
        _search = new LucenePassageSearch(data.Index);
        _answerer = new QuestionAnswerer(new PassageRetriever(_search, _library), new ScopeReader(_library), new AnswerOptions());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _search?.Dispose();
        _library?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "PassageSearch")]
    public int Search() => _search!.Search(_queries[_next++ % _queries.Count]).Count;

    [Benchmark(Description = "QuestionAnswerer")]
    public async Task<string> AnswerAsync() => (await _answerer!.AnswerAsync(_questions[_next++ % _questions.Count], CancellationToken.None)).Text;

    private static PassageQuery ToQuery(Question question)
    {
        var stems = QuestionTerms.Of(question.Text, []).Select(term => term.Stem).Distinct();
        var recency = new RecencyPrior(question.AsOfDay, RankingWeights.RecencyHalfLifeDays, RankingWeights.RecencyBonus);
        return new PassageQuery([.. stems.Select(stem => new WeightedTerm(stem, 1))], [], new ArticleFilter(null, question.AsOfDay, []), recency, RankingWeights.Passages);
    }
}
