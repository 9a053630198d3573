using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Tests.SqliteStore;
using CsCheck;

namespace BriefingBot.Tests.Indexing;

/// <summary>Whatever stage a run dies in, the next one starts from what the stages had made durable.</summary>
public sealed class CrashTests
{
    private static readonly string Root = FakeFiles.Root("news");

    private static readonly string[] Stages = ["read", "put", "store commit", "add", "commit"];

    /// <summary>Runs over changing files; in each the named stage fails at its nth call, or never.</summary>
    private static readonly Gen<(int[] Contents, string Stage, int Call, bool Restart)[]> Histories =
        Gen.Select(Gen.Int[0, 3].Array[8], Gen.OneOf([.. Stages.Select(stage => Gen.Const(stage))]), Gen.Int[0, 12], Gen.Bool).Array[1, 6];

    [Fact]
    public async Task After_any_history_of_failures_one_good_run_makes_everything_right() => await Histories.SampleAsync(
        async history =>
        {
            using var temp = new TempDataFolder();
            var (files, index) = (new FakeFiles(), new FakeIndexWriter());
            foreach (var (contents, stage, call, restart) in history)
            {
                Write(files, contents);
                using (var store = temp.OpenStore())
                {
                    var faults = new Faults(stage, call);
                    (index.Before, files.Opening) = (faults.At, _ => faults.At("read"));
                    var pipeline = new IndexingPipeline(files.List, files.Read, new FaultyStore(store, faults), index, temp.Time);
                    await RunIgnoringFaultsAsync(pipeline);

                    // Sometimes the process lives on, as when watching; else memory is lost.
                    if (!restart) await RunIgnoringFaultsAsync(pipeline);
                }

                index = new FakeIndexWriter(index);
            }

            using var reopened = temp.OpenStore();
            (index.Before, files.Opening) = (_ => { }, _ => { });
            await new IndexingPipeline(files.List, files.Read, reopened, index, temp.Time).RunAsync([Root], IndexingMode.Full, null, default);

            var expected = history[^1].Contents.Index().Where(c => c.Item > 0).Select(c => Text(c.Index, c.Item)).Order();
            var stored = reopened.ChangesAfter(0, default).Where(c => c.Article is not null).ToDictionary(c => c.Key, c => c.Article!.Text);
            Assert.Equal(expected, stored.Values.Order());
            Assert.Equal(stored, index.Committed);
            Assert.Equal(reopened.Sequence, index.Sequence);
            Assert.False(reopened.CopyGroupsStale);
        },
        iter: 60,
        threads: 1);

    [Theory]
    [InlineData("put")]
    [InlineData("store commit")]
    [InlineData("add")]
    [InlineData("commit")]
    public async Task A_failure_of_a_stage_ends_the_run_with_its_own_error(string stage)
    {
        using var temp = new TempDataFolder();
        var (files, faults) = (new FakeFiles(), new Faults(stage, 0));
        var index = new FakeIndexWriter { Before = faults.At };
        files.Write(Root, "a.jsonl", [.. Enumerable.Range(0, 2000).Select(i => Sample.Article($"{i}", Text(i, 1)))]);
        using var store = temp.OpenStore();
        var pipeline = new IndexingPipeline(files.List, files.Read, new FaultyStore(store, faults), index, temp.Time);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => pipeline.RunAsync([Root], IndexingMode.Full, null, default));

        Assert.Contains(stage, (failure is AggregateException many ? many.InnerException! : failure).Message, StringComparison.Ordinal);
    }

    private static async Task RunIgnoringFaultsAsync(IndexingPipeline pipeline)
    {
        try
        {
            await pipeline.RunAsync([Root], IndexingMode.Full, null, default);
        }
        catch (Exception e) when (e is InjectedFaultException or AggregateException { InnerException: InjectedFaultException })
        {
        }
    }

    private static void Write(FakeFiles files, int[] contents)
    {
        foreach (var (file, articles) in contents.Index().GroupBy(c => c.Index % 3).Select(g => ($"{g.Key}.jsonl", g.Where(c => c.Item > 0))))
        {
            files.Write(Root, file, [.. articles.Select(c => Sample.Article($"id{c.Index}", Text(c.Index, c.Item)))]);
        }
    }

    private static string Text(int id, int version) => $"Version {version} of the story with number {id} was filed.";

    private sealed class InjectedFaultException(string stage) : Exception($"{stage} failed");

    private sealed class Faults(string stage, int call)
    {
        private int _calls;

        public void At(string reached)
        {
            if (reached == stage && Interlocked.Increment(ref _calls) == call + 1) throw new InjectedFaultException(stage);
        }
    }

    private sealed class FaultyStore(IArticleStore store, Faults faults) : IArticleStore
    {
        public long Sequence => store.Sequence;

        public bool CopyGroupsStale => store.CopyGroupsStale;

        public IReadOnlyList<string> Roots() => store.Roots();

        public IReadOnlyDictionary<ArticleId, StoredVersion> Versions() => store.Versions();

        public IReadOnlyDictionary<FileLocation, FileStamp> Stamps() => store.Stamps();

        public IEnumerable<StoreChange> ChangesAfter(long sequence, CancellationToken cancellation) => store.ChangesAfter(sequence, cancellation);

        public IReadOnlyList<KeyValuePair<long, CopySignature>> Signatures() => store.Signatures();

        public int CountCopyGroups() => store.CountCopyGroups();

        public IStoreTransaction Begin() => new FaultyTransaction(store.Begin(), faults);
    }

    private sealed class FaultyTransaction(IStoreTransaction transaction, Faults faults) : IStoreTransaction
    {
        public long Put(NewVersion version)
        {
            faults.At("put");
            return transaction.Put(version);
        }

        public void Commit()
        {
            faults.At("store commit");
            transaction.Commit();
        }

        public void Relocate(ArticleId id, FileLocation location) => transaction.Relocate(id, location);

        public void Withdraw(ArticleId id) => transaction.Withdraw(id);

        public void SetStamp(FileLocation file, FileStamp? stamp) => transaction.SetStamp(file, stamp);

        public void AddRoot(string root) => transaction.AddRoot(root);

        public void RemoveRoot(string root) => transaction.RemoveRoot(root);

        public void SetCopyGroups(IReadOnlyDictionary<long, long> groupByKey) => transaction.SetCopyGroups(groupByKey);

        public void Dispose() => transaction.Dispose();
    }
}
