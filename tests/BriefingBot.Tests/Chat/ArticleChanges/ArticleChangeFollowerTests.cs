using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Chat.ArticleChanges;

public sealed class ArticleChangeFollowerTests : IDisposable
{
    private readonly TempDataFolder _temp = new();
    private readonly SqliteArticleStore _articles;
    private readonly SqliteArticleLibrary _library;
    private readonly ChatDatabase _database;
    private readonly ChatInbox _inbox;
    private readonly FakeTimeProvider _time = new(NewsDesk.Now);

    public ArticleChangeFollowerTests()
    {
        _articles = _temp.OpenStore();
        _articles.Put(Sample.Article("old"));
        _library = _temp.OpenLibrary();
        _database = ChatDatabase.Open(_temp.Folder);
        _inbox = new ChatInbox(new SqliteInboxStore(_database), new ChatOptions());
    }

    public void Dispose()
    {
        _inbox.Dispose();
        _database.Dispose();
        _library.Dispose();
        _articles.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task What_was_there_before_the_first_run_is_no_news()
    {
        await FollowAsync(new Teller());
        _articles.Put(Sample.Article("new"));
        await FollowAsync(new Teller());

        Assert.Equal(["Added new"], Told());
    }

    [Fact]
    public async Task Several_processes_tell_a_change_once()
    {
        await FollowAsync(new Teller());
        _articles.Put(Sample.Article("new"), Sample.Article("newer"));
        using var other = Follower(new Teller());
        // The other process does its turn while this one makes up its mind.
        await FollowAsync(new Teller(async () => await other.FollowAsync(CancellationToken.None)));

        Assert.Equal(["Added new", "Added newer"], Told());
    }

    [Fact]
    public async Task A_change_that_an_observer_cannot_deal_with_now_is_seen_to_again()
    {
        await FollowAsync(new Teller());
        _articles.Put(Sample.Article("new"));
        await Assert.ThrowsAsync<IOException>(() => FollowAsync(new Teller(() => throw new IOException("the disk is away"))));
        Assert.Empty(Told());

        await FollowAsync(new Teller());
        Assert.Equal(["Added new"], Told());
    }

    [Fact]
    public async Task More_changes_than_fit_one_turn_are_all_told()
    {
        await FollowAsync(new Teller());
        var ids = Enumerable.Range(0, 450).Select(i => $"n{i}").ToList();
        _articles.Put([.. ids.Select(id => Sample.Article(id))]);
        await FollowAsync(new Teller());

        Assert.Equal(ids.Select(id => $"Added {id}"), Told());
    }

    [Fact]
    public async Task Articles_that_were_thrown_away_and_indexed_anew_are_no_news()
    {
        await new SqliteChangeLedger(_database).AdvanceAsync(null, 1_000, ChangeConsequences.None, CancellationToken.None);
        await FollowAsync(new Teller());
        Assert.Empty(Told());

        _articles.Put(Sample.Article("new"));
        await FollowAsync(new Teller());
        Assert.Equal(["Added new"], Told());
    }

    [Fact(Timeout = 60_000)]
    public async Task It_is_told_of_changes_and_looks_every_minute_for_those_of_other_processes()
    {
        using var follower = Follower(new Teller());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = follower.RunAsync(stop.Token);
        _articles.Put(Sample.Article("woken"));
        follower.Wake();
        while (Told().Count < 1) await YieldAsync(stop.Token);

        _articles.Put(Sample.Article("found"));
        while (Told().Count < 2)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await YieldAsync(stop.Token);
        }

        Assert.Equal(["Added woken", "Added found"], Told());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task YieldAsync(CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
    }

    private ArticleChangeFollower Follower(IChangeObserver observer) => new(_library, new SqliteChangeLedger(_database), [observer], _inbox, _time);

    private async Task FollowAsync(IChangeObserver observer)
    {
        using var follower = Follower(observer);
        while (await follower.FollowAsync(CancellationToken.None))
        {
        }
    }

    private List<string> Told() => _database.UseAsync(
        () => _database.List("SELECT message FROM inbox ORDER BY id", row => ((AskRequest)ChatJson.Read<IncomingMessage>(row.GetString(0)).Request).Question), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Asks a question about each change.</summary>
    private sealed class Teller(Func<Task>? before = null) : IChangeObserver
    {
        public async ValueTask<ChangeConsequences> ObserveAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellation)
        {
            if (before is not null) await before();
            return new ChangeConsequences([.. changes.Select(c => new IncomingMessage
            {
                EventKey = $"test:{c.Sequence}",
                Place = ChatDesk.Channel,
                User = "ann",
                Request = new AskRequest($"{c.Kind} {c.Id}"),
                ReceivedAt = NewsDesk.Now,
            })]);
        }
    }
}
