using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using CsCheck;

namespace BriefingBot.Tests.SqliteStore;

/// <summary>Random histories of the store, compared with a dictionary.</summary>
public sealed class StoreModelTests
{
    private enum Step
    {
        Put,
        Withdraw,
        Commit,
        RollBack,
        Crash,
    }

    private static readonly Gen<(Step Step, int Id, int Content)[]> Histories = Gen.Select(
        Gen.Frequency((6, Gen.Const(Step.Put)), (3, Gen.Const(Step.Withdraw)), (3, Gen.Const(Step.Commit)), (1, Gen.Const(Step.RollBack)), (1, Gen.Const(Step.Crash))),
        Gen.Int[0, 5],
        Gen.Int[0, 3]).Array[1, 40];

    [Fact]
    public void Any_history_leaves_what_was_committed_and_an_index_can_catch_up_from_any_point() => Histories.Sample(
        history =>
        {
            using var temp = new TempDataFolder();
            var committed = new Dictionary<string, string>();
            var store = temp.OpenStore();
            var snapshots = new List<(long Sequence, Dictionary<long, string> Index)> { (0, []) };
            try
            {
                var (transaction, pending) = (store.Begin(), new Dictionary<string, string>(committed));
                foreach (var (step, id, content) in history)
                {
                    Apply(transaction, pending, step, $"id{id}", $"Content number {content} of the story.");
                    if (step is Step.Put or Step.Withdraw) continue;
                    if (step == Step.Commit)
                    {
                        transaction.Commit();
                        committed = pending;
                        snapshots.Add((store.Sequence, Replay(store, 0, [])));
                    }

                    transaction.Dispose();
                    if (step == Step.Crash)
                    {
                        store.Dispose();
                        store = temp.OpenStore();
                    }

                    AssertHolds(store, committed);
                    (transaction, pending) = (store.Begin(), new Dictionary<string, string>(committed));
                }

                transaction.Dispose();
                var now = Replay(store, 0, []);
                Assert.Equal(committed.Values.Order(), now.Values.Order());
                foreach (var (sequence, index) in snapshots) Assert.Equal(now.Order(new ByKey()), Replay(store, sequence, index).Order(new ByKey()));
            }
            finally
            {
                store.Dispose();
            }
        },
        iter: 60,
        threads: 1);

    private static void Apply(IStoreTransaction transaction, Dictionary<string, string> pending, Step step, string id, string text)
    {
        if (step == Step.Put)
        {
            transaction.Put(Sample.Version(Sample.Article(id, text)));
            pending[id] = text;
        }
        else if (step == Step.Withdraw)
        {
            transaction.Withdraw(ArticleId.Parse(id));
            pending.Remove(id);
        }
    }

    private static void AssertHolds(SqliteArticleStore store, Dictionary<string, string> committed)
    {
        var versions = store.Versions();
        Assert.Equal(committed.Keys.Order(), versions.Keys.Select(id => id.Value).Order());
        Assert.Equal(
            versions.Select(v => (v.Value.Key, v.Value.Hash)).Order(),
            store.ChangesAfter(0, default).Where(c => c.Article is not null).Select(c => (c.Key, ContentHash.Of(c.Article!))).Order());
    }

    private static Dictionary<long, string> Replay(SqliteArticleStore store, long after, Dictionary<long, string> index)
    {
        var result = new Dictionary<long, string>(index);
        foreach (var change in store.ChangesAfter(after, default))
        {
            if (change.Article is null) result.Remove(change.Key);
            else result.Add(change.Key, change.Article.Text);
        }

        return result;
    }

    private sealed class ByKey : IComparer<KeyValuePair<long, string>>
    {
        public int Compare(KeyValuePair<long, string> x, KeyValuePair<long, string> y) => x.Key.CompareTo(y.Key);
    }
}
