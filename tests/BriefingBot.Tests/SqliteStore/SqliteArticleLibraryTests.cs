using BriefingBot.Articles;

namespace BriefingBot.Tests.SqliteStore;

public sealed class SqliteArticleLibraryTests : IDisposable
{
    private readonly TempDataFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Keys_that_are_withdrawn_are_left_out()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("a"), Sample.Article("b"), Sample.Article("c"));
        using var library = _temp.OpenLibrary();
        using (var transaction = store.Begin())
        {
            transaction.Withdraw(ArticleId.Parse("b"));
            transaction.Commit();
        }

        var loaded = await library.LoadAsync([1, 2, 3, 77], CancellationToken.None);

        Assert.Equal(["a", "c"], loaded.Select(a => a.Article.Id.Value).Order());
    }

    [Fact]
    public async Task What_became_of_each_article_is_told_once_in_the_order_of_the_last_changes()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("a"), Sample.Article("b"), Sample.Article("c"));
        using var library = _temp.OpenLibrary();
        Assert.Equal(["Added a", "Added b", "Added c"], await ChangesAsync(library, 0));
        var seen = await library.SequenceAsync(CancellationToken.None);

        store.Put(Sample.Article("a", "Another text stands here. It is a new one."), Sample.Article("d"));
        using (var transaction = store.Begin())
        {
            transaction.Withdraw(ArticleId.Parse("b"));
            transaction.Withdraw(ArticleId.Parse("c"));
            transaction.Commit();
        }

        store.Put(Sample.Article("c"));

        Assert.Equal(["Replaced a", "Added d", "Withdrawn b", "Replaced c"], await ChangesAsync(library, seen));
        Assert.Equal(["Replaced a", "Added d"], (await library.ChangesAfterAsync(seen, 2, CancellationToken.None)).Select(c => $"{c.Kind} {c.Id}"));
        Assert.Empty(await ChangesAsync(library, await library.SequenceAsync(CancellationToken.None)));
    }

    private static async Task<IEnumerable<string>> ChangesAsync(BriefingBot.SqliteStore.SqliteArticleLibrary library, long after) =>
        (await library.ChangesAfterAsync(after, 100, CancellationToken.None)).Select(c => $"{c.Kind} {c.Id}");

    [Fact]
    public async Task An_article_is_found_by_its_id()
    {
        using var store = _temp.OpenStore();
        var key = store.Put(Sample.Article("a"), Sample.Article("it's/b"));
        using var library = _temp.OpenLibrary();

        Assert.Equal(key, (await library.FindAsync(ArticleId.Parse("it's/b"), CancellationToken.None))!.Key);
        Assert.Null(await library.FindAsync(ArticleId.Parse("nowhere"), CancellationToken.None));
    }

    [Fact]
    public async Task The_list_is_newest_first_with_undated_articles_last_and_without_texts()
    {
        using var store = _temp.OpenStore();
        store.Put(
            Sample.Article("undated"),
            Sample.Article("old") with { Published = ArticleDate.OfDay(2020, 1, 1) },
            Sample.Article("new") with { Published = ArticleDate.OfDay(2021, 1, 1) });
        using var library = _temp.OpenLibrary();

        var listed = await library.ListAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(["new", "old", "undated"], listed.Select(a => a.Article.Id.Value));
        Assert.All(listed, a => Assert.Equal(("", 0), (a.Article.Text, a.Article.Blocks.Count)));
    }

    [Fact]
    public async Task The_articles_of_a_period_come_with_their_texts_within_what_the_filter_admits()
    {
        using var store = _temp.OpenStore();
        store.Put(
            Sample.Article("undated", source: "A"),
            Sample.Article("before", source: "A") with { Published = ArticleDate.OfDay(2020, 1, 1) },
            Sample.Article("first", source: "A") with { Published = ArticleDate.OfDay(2020, 1, 2) },
            Sample.Article("last", source: "A") with { Published = new ArticleDate(new DateTimeOffset(2020, 1, 3, 23, 59, 59, TimeSpan.Zero), DateOnly: false) },
            Sample.Article("other", source: "B") with { Published = ArticleDate.OfDay(2020, 1, 2) },
            Sample.Article("hidden", source: "A") with { Published = ArticleDate.OfDay(2020, 1, 2), Collection = "board" },
            Sample.Article("after", source: "A") with { Published = ArticleDate.OfDay(2020, 1, 4) });
        using var library = _temp.OpenLibrary();
        var filter = new ArticleFilter(new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 3), ["A"], Undated: false) { Access = new ArticleAccess([Article.DefaultCollection], []) };

        var dated = await library.WithinAsync(filter, CancellationToken.None);
        var all = await library.WithinAsync(filter with { Undated = true }, CancellationToken.None);

        Assert.Equal(["first", "last"], dated.Select(a => a.Article.Id.Value));
        Assert.All(dated, a => Assert.NotEmpty(a.Article.Text));
        Assert.Equal(["undated", "first", "last"], all.Select(a => a.Article.Id.Value));
    }

    [Fact]
    public async Task The_contents_are_counted()
    {
        using var store = _temp.OpenStore();
        store.Put(
            Sample.Article("a", source: "B"),
            Sample.Article("b", source: "A") with { Published = ArticleDate.OfDay(2020, 1, 1) },
            Sample.Article("c", source: "A") with { Published = new ArticleDate(new DateTimeOffset(2021, 1, 1, 9, 30, 0, TimeSpan.Zero), DateOnly: false) });
        using var library = _temp.OpenLibrary();

        var contents = await library.DescribeAsync(ArticleFilter.Everything, CancellationToken.None);

        Assert.Equal((3, 1, 3), (contents.Articles, contents.Undated, library.CountPassages()));
        Assert.Equal(("2020-01-01", "2021-01-01T09:30:00Z"), (contents.Oldest!.ToString(), contents.Newest!.ToString()));
        Assert.Equal([new SourceCount("A", 2), new SourceCount("B", 1)], contents.Sources);
    }

    [Fact]
    public async Task Only_what_may_be_seen_is_counted_and_named()
    {
        using var store = _temp.OpenStore();
        store.Put(
            Sample.Article("a", source: "A") with { Collection = "open", Published = ArticleDate.OfDay(2020, 1, 1) },
            Sample.Article("b", source: "B") with { Collection = "open" },
            Sample.Article("c", source: "C") with { Collection = "closed", Published = ArticleDate.OfDay(2021, 1, 1) });
        using var library = _temp.OpenLibrary();

        var open = await library.DescribeAsync(ArticleFilter.EverythingIn(new ArticleAccess(["open"], [])), CancellationToken.None);
        var ofA = await library.DescribeAsync(ArticleFilter.EverythingIn(new ArticleAccess([], ["A"])), CancellationToken.None);

        Assert.Equal((2, 1, "2020-01-01"), (open.Articles, open.Undated, open.Newest!.ToString()));
        Assert.Equal([new SourceCount("A", 1), new SourceCount("B", 1)], open.Sources);
        Assert.Equal([new CollectionCount("open", 2)], open.Collections);
        Assert.Equal((1, 0), (ofA.Articles, ofA.Undated));
        Assert.Equal(["closed", "open"], (await library.DescribeAsync(ArticleFilter.Everything, CancellationToken.None)).Collections.Select(c => c.Collection));
    }

    [Fact]
    public async Task An_empty_library_has_no_dates()
    {
        using var store = _temp.OpenStore();
        using var library = _temp.OpenLibrary();

        var contents = await library.DescribeAsync(ArticleFilter.Everything, CancellationToken.None);

        Assert.Equal((0, 0, null, null), (contents.Articles, contents.Undated, contents.Oldest, contents.Newest));
    }

    [Fact]
    public async Task The_contents_of_a_period_and_of_a_source_are_counted_and_follow_changes()
    {
        using var store = _temp.OpenStore();
        store.Put(
            Sample.Article("a", source: "B") with { Published = ArticleDate.OfDay(2020, 1, 1) },
            Sample.Article("b", source: "A") with { Published = ArticleDate.OfDay(2020, 2, 1) },
            Sample.Article("c", source: "A") with { Published = null });
        using var library = _temp.OpenLibrary();
        var february = new ArticleFilter(new DateOnly(2020, 2, 1), new DateOnly(2020, 2, 29), []);

        var before = await library.DescribeAsync(february, CancellationToken.None);
        var dated = await library.DescribeAsync(february with { Undated = false }, CancellationToken.None);
        var ofB = await library.DescribeAsync(new ArticleFilter(null, null, ["B"]), CancellationToken.None);
        store.Put(Sample.Article("d", source: "A") with { Published = ArticleDate.OfDay(2020, 2, 2) });
        var after = await library.DescribeAsync(february, CancellationToken.None);

        Assert.Equal((2, 1, 1, 1, 3), (before.Articles, before.Undated, dated.Articles, ofB.Articles, after.Articles));
        Assert.Equal("2020-02-02", after.Newest!.ToString());
    }

    [Fact]
    public async Task Readers_see_the_last_commit_while_a_transaction_is_open()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("a", "Before."));
        using var library = _temp.OpenLibrary();
        using var transaction = store.Begin();
        transaction.Put(Sample.Version(Sample.Article("a", "After.")));

        Assert.Equal("Before.", (await library.FindAsync(ArticleId.Parse("a"), CancellationToken.None))!.Article.Text);
        transaction.Commit();
        Assert.Equal("After.", (await library.FindAsync(ArticleId.Parse("a"), CancellationToken.None))!.Article.Text);
    }

    [Fact]
    public async Task Many_readers_work_at_once()
    {
        using var store = _temp.OpenStore();
        store.Put([.. Enumerable.Range(0, 50).Select(i => Sample.Article($"a{i}"))]);
        using var library = _temp.OpenLibrary();

        await Parallel.ForAsync(0, 200, async (i, cancellation) =>
            Assert.Equal(2, (await library.LoadAsync([(i % 49) + 1, (i % 49) + 2], cancellation)).Count));
    }

    [Fact]
    public void A_damaged_file_is_found_out()
    {
        using (var store = _temp.OpenStore())
        {
            store.Put([.. Enumerable.Range(0, 50).Select(i => Sample.Article($"a{i}", new string((char)('a' + (i % 26)), 9000)))]);
        }

        using (var library = _temp.OpenLibrary()) Assert.Empty(library.Check());
        _temp.Damage();

        using var damaged = _temp.OpenLibrary();
        Assert.NotEmpty(damaged.Check());
    }
}
