using BriefingBot.Benchmarks.Corpus;
using BriefingBot.Evaluation;
using BriefingBot.SqliteStore;

namespace BriefingBot.Benchmarks.VersusLucene;

/// <summary>
/// Indexes one corpus with Lucene alone and with the whole pipeline in turn, asks the same questions of both, and
/// measures the pipeline's memory in processes of its own.
/// </summary>
internal sealed class Comparison(ComparisonOptions options)
{
    private const int Questions = 300;

    public async Task<ComparisonResult> RunAsync()
    {
        var corpus = options.Corpus is null
            ? CorpusFiles.Write(Path.Combine(options.Folder, "corpus"), options.Articles, Questions)
            : new CorpusFiles(options.Corpus, options.Questions!);
        var questions = EvaluationQuestion.ReadFile(corpus.Questions);

        await WarmUpAsync();
        var (plain, ours) = (new List<IndexTime>(), new List<IndexTime>());
        for (var round = 0; round < options.Rounds; round++)
        {
            plain.Add(await IndexPlainlyAsync(corpus.Articles));
            ours.Add(await IndexOursAsync(corpus.Articles));
        }

        var (articles, passages, asked) = (0, 0, (IReadOnlyList<AskTimes>)[]);
        using (var asking = new Asking(Data))
        {
            (articles, passages, asked) = (await asking.CountArticlesAsync(), asking.CountPassages(), await asking.RunAsync(questions));
        }

        var askingPeak = PeakMemory.Measure(PeakMemory.AskVerb, Data.FullPath, corpus.Questions);
        var indexingPeak = PeakMemory.Measure(PeakMemory.IndexVerb, Fresh("data-peak").FullPath, corpus.Articles);
        return ComparisonResult.Of(articles, passages, plain.MinBy(t => t.Clock), ours.MinBy(t => t.Clock), asked, indexingPeak, askingPeak);
    }

    private DataFolder Data => DataFolder.At(Path.Combine(options.Folder, "data"));

    /// <summary>Both sides index a little first, so that neither pays for compiling the code both use.</summary>
    private async Task WarmUpAsync()
    {
        var little = CorpusFiles.Write(Path.Combine(options.Folder, "warm-up"), articles: 1000, questions: 1);
        await IndexPlainlyAsync(little.Articles);
        await IndexOursAsync(little.Articles);
    }

    private async Task<IndexTime> IndexPlainlyAsync(string corpus)
    {
        var passages = PlainLucene.Passages(corpus);
        Settle();
        var folder = Fresh("lucene").FullPath;
        return await IndexTime.OfAsync(() => Task.Run(() => PlainLucene.Index(passages, folder)));
    }

    private async Task<IndexTime> IndexOursAsync(string corpus)
    {
        Settle();
        var data = Fresh("data");
        return await IndexTime.OfAsync(() => OurIndexing.RunAsync(corpus, data));
    }

    private DataFolder Fresh(string name)
    {
        var path = Path.Combine(options.Folder, name);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        return DataFolder.At(path);
    }

    /// <summary>Neither side pays for the other's garbage.</summary>
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
