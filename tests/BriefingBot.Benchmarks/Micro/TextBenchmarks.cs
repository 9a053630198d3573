using BenchmarkDotNet.Attributes;
using BriefingBot.Articles;
using BriefingBot.Benchmarks.Corpus;
using BriefingBot.Indexing;
using BriefingBot.Passages;
using BriefingBot.Retrieval.Periods;

namespace BriefingBot.Benchmarks.Micro;

/// <summary>What every article passes through, over 200 articles; and what every question does.</summary>
[ShortRunJob, MemoryDiagnoser]
public class TextBenchmarks
{
    private readonly DateTimeOffset _asOf = new(2024, 3, 29, 12, 0, 0, TimeSpan.Zero);

    private string _folder = "";
    private ArticleFile _file = new("", "");
    private List<Article> _articles = [];

    [GlobalSetup]
    public void Generate()
    {
        _folder = Directory.CreateTempSubdirectory("briefingbot-benchmarks-").FullName;
        _file = new ArticleFile(CorpusFiles.Write(_folder, articles: 200, questions: 20).Articles, "articles.jsonl");
        _articles = [.. Read().Select(result => result.Article).OfType<Article>()];
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Description = "JsonLinesReader")]
    public int ReadJsonLines() => Read().Count();

    [Benchmark(Description = "SentenceSplitter")]
    public int SplitSentences() => _articles.Sum(article => article.Blocks.Sum(block => SentenceSplitter.Split(article.Text, block.Span).Count()));

    [Benchmark(Description = "PassageSplitter")]
    public int SplitPassages() => _articles.Sum(article => PassageSplitter.Split(article).Count);

    [Benchmark(Description = "ContentHash")]
    public UInt128 Hash() => _articles.Aggregate(UInt128.Zero, (all, article) => all ^ ContentHash.Of(article));

    [Benchmark(Description = "CopySignature")]
    public int Sign() => _articles.Sum(article => CopySignature.Of(article).Words);

    [Benchmark(Description = "EnglishTerms")]
    public int Analyse() => _articles.Sum(article => EnglishTerms.Of(article.Text).Count);

    [Benchmark(Description = "QuestionTime.Read")]
    [Arguments("Which ministers resigned over the harbour contract between 3 and 9 March?")]
    [Arguments("Which ministers resigned over the harbour contract of the ferry company?")]
    public QuestionTime ReadTime(string question) => QuestionTime.Read(question, _asOf);

    private IEnumerable<ReadResult> Read() => ArticleReaders.All.Read(_file, CancellationToken.None);
}
