using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using CsCheck;

namespace BriefingBot.Tests.SqliteStore;

public sealed class SqliteArticleStoreTests : IDisposable
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Const("a"), Gen.Const("\n\n"), Gen.Const("\0"), Gen.Const("é"), Gen.Const("👩‍🚒"), Gen.Const("'; DROP TABLE articles"), Gen.String[Gen.Char[' ', '~'], 0, 20])
        .Array[0, 8].Select(string.Concat);

    private static readonly Gen<ArticleDate?> AnyDate = Gen.OneOf(
        Gen.Const((ArticleDate?)null),
        Gen.Select(Gen.DateTime, Gen.Bool, Gen.Bool, (at, day, inferred) =>
            (ArticleDate?)new ArticleDate(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), day, inferred)));

    private static readonly Gen<Article> AnyArticle =
        from texts in AnyText.Array[6]
        from dates in AnyDate.Array[2]
        from cuts in Gen.Int[0, texts[0].Length].Array[0, 6]
        from kind in Gen.Enum<BlockKind>()
        select new Article
        {
            Id = ArticleId.Parse("any"),
            Text = texts[0],
            Title = texts[1],
            Source = texts[2],
            Author = texts[3],
            Url = texts[4],
            Language = texts[5],
            Published = dates[0],
            Updated = dates[1],
            Blocks = [.. cuts.Order().Chunk(2).Where(c => c.Length == 2).Select(c => new Block(new TextSpan(c[0], c[1]), kind))],
        };

    private readonly TempDataFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Every_field_of_any_article_comes_back_as_it_was_stored()
    {
        using var store = _temp.OpenStore();
        using var library = _temp.OpenLibrary();

        await AnyArticle.SampleAsync(
            async article =>
            {
                var key = store.Put(article);
                var stored = (await library.LoadAsync([key], CancellationToken.None)).Single();

                Assert.Equal(article with { Blocks = stored.Article.Blocks }, stored.Article);
                Assert.Equal(article.Blocks, stored.Article.Blocks);
                Assert.Equal((key, Sample.Ingested, key), (stored.Key, stored.Ingested, stored.CopyGroup));
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void A_changed_article_replaces_its_version_under_a_new_key()
    {
        using var store = _temp.OpenStore();
        var before = store.Put(Sample.Article("a", "The first text."));

        var after = store.Put(Sample.Article("a", "The second text."));

        Assert.True(after > before);
        Assert.Equal(after, Assert.Single(store.Versions()).Value.Key);
        Assert.Equal([(2, before, false), (3, after, true)], store.ChangesAfter(1, default).Select(c => (c.Sequence, c.Key, c.Article is not null)));
    }

    [Fact]
    public void A_key_is_never_used_again_even_after_its_article_is_gone_and_the_store_reopened()
    {
        long first;
        using (var store = _temp.OpenStore())
        {
            first = store.Put(Sample.Article("a"));
            using var transaction = store.Begin();
            transaction.Withdraw(ArticleId.Parse("a"));
            transaction.Commit();
        }

        using var reopened = _temp.OpenStore();

        Assert.Equal(2, reopened.Sequence);
        Assert.True(reopened.Put(Sample.Article("a")) > first);
    }

    [Fact]
    public void What_is_not_committed_never_happened()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("kept"));
        using (var transaction = store.Begin())
        {
            transaction.Put(Sample.Version(Sample.Article("lost")));
            transaction.Withdraw(ArticleId.Parse("kept"));
        }

        Assert.Equal("kept", Assert.Single(store.Versions()).Key.Value);
        Assert.Equal(1, store.Sequence);
        Assert.Equal(2, store.Put(Sample.Article("next")));
    }

    [Fact]
    public void A_kill_in_mid_transaction_leaves_the_last_commit()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("kept"));
        using var transaction = store.Begin();
        foreach (var i in Enumerable.Range(0, 500)) transaction.Put(Sample.Version(Sample.Article($"lost{i}", new string('x', 10_000))));

        using var killed = _temp.CopyAsAfterKill();
        using var reopened = killed.OpenStore();

        Assert.Equal("kept", Assert.Single(reopened.Versions()).Key.Value);
        using var library = killed.OpenLibrary();
        Assert.Empty(library.Check());
    }

    [Fact]
    public void A_commit_survives_a_kill_right_after_it()
    {
        using var store = _temp.OpenStore();
        store.Put(Sample.Article("kept"));

        using var killed = _temp.CopyAsAfterKill();
        using var reopened = killed.OpenStore();

        Assert.Equal("kept", Assert.Single(reopened.Versions()).Key.Value);
    }

    [Fact]
    public void Changes_come_with_the_passages_that_were_stored()
    {
        using var store = _temp.OpenStore();
        var version = Sample.Version(Sample.Article("a", string.Join(' ', Enumerable.Repeat("The quick brown fox jumps over the lazy dog.", 60))));
        using (var transaction = store.Begin())
        {
            transaction.Put(version);
            transaction.Commit();
        }

        var change = Assert.Single(store.ChangesAfter(0, default));

        Assert.True(version.Passages.Count > 2);
        Assert.Equal(version.Passages, change.Passages);
    }

    [Fact]
    public void Changes_out_of_a_damaged_file_end_with_an_error_that_names_it()
    {
        using (var written = _temp.OpenStore())
        {
            written.Put([.. Enumerable.Range(0, 50).Select(i => Sample.Article($"a{i}", new string((char)('a' + (i % 26)), 9000)))]);
        }

        _temp.Damage();
        using var store = _temp.OpenStore();

        var failure = Assert.Throws<DataFolderException>(() => store.ChangesAfter(0, default).Count());

        Assert.Contains($"{_temp.Folder.Database} is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_groups_are_stale_after_a_change_and_fresh_once_set()
    {
        using var store = _temp.OpenStore();
        Assert.False(store.CopyGroupsStale);
        store.Put(Sample.Article("a"), Sample.Article("b"));
        Assert.True(store.CopyGroupsStale);

        using (var transaction = store.Begin())
        {
            transaction.SetCopyGroups(new Dictionary<long, long> { [1] = 1, [2] = 1 });
            transaction.Commit();
        }

        Assert.False(store.CopyGroupsStale);
        Assert.Equal(1, store.CountCopyGroups());
        using var library = _temp.OpenLibrary();
        Assert.All(await library.LoadAsync([1, 2], CancellationToken.None), article => Assert.Equal(1, article.CopyGroup));
    }

    [Fact]
    public void Roots_stamps_and_relocations_are_remembered()
    {
        var (file, moved) = (new FileLocation("/news", "a.txt"), new FileLocation("/news", "b.txt"));
        using (var store = _temp.OpenStore())
        {
            store.Put(Sample.Article("a"));
            using var transaction = store.Begin();
            transaction.AddRoot("/old");
            transaction.AddRoot("/news");
            transaction.AddRoot("/news");
            transaction.RemoveRoot("/old");
            transaction.SetStamp(file, new FileStamp(10, 20));
            transaction.SetStamp(file, new FileStamp(11, 21));
            transaction.SetStamp(moved, new FileStamp(1, 2));
            transaction.SetStamp(moved, null);
            transaction.Relocate(ArticleId.Parse("a"), moved);
            transaction.Commit();
        }

        using var reopened = _temp.OpenStore();

        Assert.Equal(["/news"], reopened.Roots());
        Assert.Equal(KeyValuePair.Create(file, new FileStamp(11, 21)), Assert.Single(reopened.Stamps()));
        Assert.Equal(moved, Assert.Single(reopened.Versions()).Value.Location);
        Assert.Equal(1, reopened.Sequence);
    }
}
