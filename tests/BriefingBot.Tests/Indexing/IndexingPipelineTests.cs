using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Indexing;

public sealed class IndexingPipelineTests : IDisposable
{
    private static readonly string News = FakeFiles.Root("news");

    private readonly TempDataFolder _temp = new();
    private readonly FakeFiles _files = new();
    private readonly SqliteArticleStore _store;
    private readonly FakeIndexWriter _index = new();

    public IndexingPipelineTests() => _store = _temp.OpenStore();

    public void Dispose()
    {
        _store.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task New_articles_are_stored_and_indexed_in_file_order()
    {
        _files.Write(News, "b.jsonl", Story("3"), Story("4"));
        _files.Write(News, "a.jsonl", Story("1"), Story("2"));

        var report = await RunAsync();

        Assert.Equal((4, 0, 0, 0, 4), (report.Added, report.Changed, report.Unchanged, report.Withdrawn, report.Passages));
        Assert.Empty(report.Problems);
        Assert.Equal(["1", "2", "3", "4"], IdsByKey());
        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_writes_nothing()
    {
        _files.Write(News, "a.jsonl", Story("1"), Story("2"));
        await RunAsync();
        var (sequence, size) = (_store.Sequence, DatabaseSize());

        var report = await RunAsync();

        Assert.Equal((0, 0, 2, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Equal((sequence, size), (_store.Sequence, DatabaseSize()));
        Assert.Equal(2, _index.Adds);
    }

    [Fact]
    public async Task Changed_articles_are_replaced_and_gone_ones_withdrawn()
    {
        _files.Write(News, "a.jsonl", Story("same"), Story("changed"), Story("gone"));
        _files.Write(News, "deleted.jsonl", Story("deleted"));
        await RunAsync();

        _files.Write(News, "a.jsonl", Story("same"), Story("changed") with { Title = "Another title" });
        _files.Delete(News, "deleted.jsonl");
        var report = await RunAsync();

        Assert.Equal((0, 1, 1, 2), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Equal(["same", "changed"], IdsByKey());
        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task An_id_used_twice_keeps_the_first_and_names_both_places()
    {
        _files.Write(News, "a.jsonl", Story("0"), Story("x"));
        _files.Write(News, "b.jsonl", Story("y"), Story("y") with { Title = "Other" }, Story("x") with { Title = "Other" });

        var report = await RunAsync();

        Assert.Equal(3, report.Added);
        Assert.Equal(
            [
                "b.jsonl:2: id 'y' is already used by b.jsonl:1; this one is left out",
                "b.jsonl:3: id 'x' is already used by a.jsonl:2; this one is left out",
            ],
            report.Problems.Select(p => p.ToString()));
        Assert.Equal("About x", (await FindAsync("x"))!.Article.Title);
    }

    [Fact]
    public async Task A_broken_file_keeps_its_last_good_versions_and_says_so()
    {
        _files.Write(News, "a.jsonl", Story("1"), Story("2"), Story("3"));
        _files.Write(News, "b.jsonl", Story("4"));
        await RunAsync();

        _files.Write(News, "a.jsonl", Story("1"), "is not JSON", Story("5"));
        _files.Write(News, "b.jsonl", new InvalidDataException("bad header"));
        var report = await RunAsync();

        Assert.Equal((1, 0, 1, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Equal(
            [
                "a.jsonl:2: is not JSON (2 articles that were read from it earlier are kept)",
                "b.jsonl: cannot be read: bad header (1 article that was read from it earlier is kept)",
            ],
            report.Problems.Select(p => p.ToString()));
        Assert.Equal(5, _store.Versions().Count);
        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task A_missing_root_is_a_problem_and_withdraws_nothing()
    {
        _files.Write(News, "a.jsonl", Story("1"));
        await RunAsync();
        _files.DeleteRoot(News);

        var report = await RunAsync();

        Assert.Equal($"{News}: is missing", Assert.Single(report.Problems).ToString());
        Assert.Single(_store.Versions());
    }

    [Fact]
    public async Task Without_roots_all_roots_indexed_so_far_are_refreshed()
    {
        var other = FakeFiles.Root("other");
        _files.Write(News, "a.jsonl", Story("1"));
        _files.Write(other, "a.jsonl", Story("2"));
        await RunAsync(News);
        await RunAsync(other);
        _files.Write(News, "a.jsonl");
        _files.Write(other, "a.jsonl", Story("2"), Story("3"));

        var report = await RunAsync([]);

        Assert.Equal((1, 0, 1, 1), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
    }

    [Fact]
    public async Task Indexing_one_root_leaves_the_articles_of_others()
    {
        var other = FakeFiles.Root("other");
        _files.Write(News, "a.jsonl", Story("1"));
        _files.Write(other, "a.jsonl", Story("2"));
        await RunAsync(News);

        var report = await RunAsync(other);

        Assert.Equal((1, 0), (report.Added, report.Withdrawn));
        Assert.Equal(2, _store.Versions().Count);
    }

    [Fact]
    public async Task An_id_of_another_root_stays_there_unless_that_root_is_gone()
    {
        using var standing = new TempDataFolder();
        var root = standing.Folder.Create().FullPath;
        var other = FakeFiles.Root("other");
        _files.Write(root, "a.jsonl", Story("1"));
        _files.Write(other, "b.jsonl", Story("1"), Story("2"));
        await RunAsync(root);

        var refused = await RunAsync(other);
        Directory.Delete(root);
        var moved = await RunAsync(other);

        Assert.Equal($"b.jsonl:1: id '1' is already used by {root}/a.jsonl; this one is left out", Assert.Single(refused.Problems).ToString());
        Assert.Empty(moved.Problems);
        Assert.Equal((0, 0, 2), (moved.Added, moved.Changed, moved.Unchanged));
        Assert.Equal(new FileLocation(other, "b.jsonl"), _store.Versions()[ArticleId.Parse("1")].Location);
    }

    [Fact]
    public async Task A_root_inside_an_indexed_one_is_refused_and_a_root_around_one_takes_it_over()
    {
        var inner = Path.Combine(News, "2021");
        _files.Write(inner, "a.jsonl", Story("1"), Story("old"));
        await RunAsync(inner);
        _files.Write(News, "2021/a.jsonl", Story("1"));

        var around = await RunAsync(News);
        var inside = await RunAsync(inner);

        Assert.Equal((1, 1), (around.Unchanged, around.Withdrawn));
        Assert.Equal([News], _store.Roots());
        Assert.Contains($"lies inside {News}", Assert.Single(inside.Problems).Reason, StringComparison.Ordinal);
        Assert.Single(_store.Versions());
    }

    [Fact]
    public async Task An_article_with_offsets_outside_its_text_is_a_problem_and_the_rest_goes_on()
    {
        _files.Write(News, "a.jsonl", Story("1"), Story("bad") with { Blocks = [new Block(new TextSpan(0, 9999), BlockKind.Body)] }, Story("2"));

        var report = await RunAsync();

        Assert.Equal(2, report.Added);
        Assert.StartsWith("a.jsonl:2: article 'bad' cannot be processed", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quick_refresh_reads_only_files_that_look_changed()
    {
        using var folder = new TempDataFolder();
        var root = folder.Folder.Create().FullPath;
        foreach (var name in new[] { "a", "b", "c" })
        {
            _files.Write(root, name, Story(name));
            File.WriteAllText(Path.Combine(root, name), name);
        }

        _files.Write(root, "b", Story("b"), "is broken");
        await RunAsync(root);
        _files.Write(root, "c", Story("c") with { Title = "Changed" });
        File.WriteAllText(Path.Combine(root, "c"), "longer");
        var before = _files.Reads;

        var report = await Pipeline().RunAsync([root], IndexingMode.Quick, null, default);

        // a is as it was; b had a problem and is read until it has none; c changed.
        Assert.Equal(2, _files.Reads - before);
        Assert.Equal((0, 1, 2, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Single(report.Problems);
    }

    [Fact]
    public async Task The_result_does_not_depend_on_which_file_is_read_faster()
    {
        using var slow = new ManualResetEventSlim();
        _files.Write(News, "a.jsonl", [.. Enumerable.Range(0, 100).Select(i => Story($"a{i}"))]);
        _files.Write(News, "b.jsonl", [.. Enumerable.Range(0, 100).Select(i => Story($"b{i}"))]);
        _files.Opening = file =>
        {
            if (file == "a.jsonl") slow.Wait();
            else slow.Set();
        };

        await RunAsync();

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"a{i}").Concat(Enumerable.Range(0, 100).Select(i => $"b{i}")), IdsByKey());
    }

    [Fact]
    public async Task Near_copies_share_a_group_and_the_report_counts_groups()
    {
        var story = NewsText.Story(seed: 1, words: 300);
        _files.Write(News, "a.jsonl", Story("wire", story), Story("print", story.ToUpperInvariant()), Story("other", NewsText.Story(seed: 2, words: 300)));

        var report = await RunAsync();

        Assert.Equal(1, report.CopyGroups);
        Assert.Equal((await FindAsync("wire"))!.CopyGroup, (await FindAsync("print"))!.CopyGroup);
        Assert.NotEqual((await FindAsync("wire"))!.CopyGroup, (await FindAsync("other"))!.CopyGroup);
    }

    [Fact]
    public async Task Progress_ends_with_all_files_articles_and_problems()
    {
        _files.Write(News, "a.jsonl", Story("1"), "bad", Story("2"));
        _files.Write(News, "b.jsonl", Story("3"));
        var progress = new LastProgress();

        await Pipeline().RunAsync([News], IndexingMode.Full, progress, default);

        Assert.Equal(new IndexingProgress(IndexingPhase.GroupingCopies, 2, 2, 0, 0, 3, 1), progress.Last);
    }

    [Fact]
    public async Task Cancelling_keeps_what_was_finished_and_the_next_run_completes_it()
    {
        using var cancel = new CancellationTokenSource();
        _files.Write(News, "a.jsonl", [.. Enumerable.Range(0, 1000).Select(i => Story($"{i}"))]);
        _files.Write(News, "b.jsonl", Story("never"));
        var progress = new CallbackProgress(now =>
        {
            if (now.Articles > 0) cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pipeline().RunAsync([News], IndexingMode.Full, progress, cancel.Token));

        Assert.NotEmpty(_store.Versions());
        AssertIndexFollowsStore();
        var report = await RunAsync();
        Assert.Equal(1001, report.Added + report.Unchanged);
        Assert.Equal(0, report.Withdrawn);
        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task An_index_of_another_store_is_made_again()
    {
        _files.Write(News, "a.jsonl", Story("1"));
        _index.Add(77, Story("foreign"), []);
        _index.Commit(500);

        await RunAsync();

        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task Rebuilding_needs_no_files_and_shows_the_new_index_only_when_complete()
    {
        _files.Write(News, "a.jsonl", [.. Enumerable.Range(0, 600).Select(i => Story($"{i}"))]);
        await RunAsync();
        _files.DeleteRoot(News);
        var whole = _index.Committed;
        _index.Before = operation =>
        {
            if (operation == "add") Assert.Same(whole, _index.Committed);
        };

        await Pipeline().RebuildAsync(null, default);

        Assert.NotSame(whole, _index.Committed);
        AssertIndexFollowsStore();
    }

    [Fact]
    public async Task A_reader_that_fails_while_the_run_is_cancelled_does_not_hide_the_cancelling()
    {
        using var stop = new CancellationTokenSource();
        _files.Write(News, "a.jsonl", Story("1"));
        _files.Opening = _ =>
        {
            stop.Cancel();
            throw new IOException("the share went away");
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pipeline().RunAsync([News], IndexingMode.Full, null, stop.Token));
    }

    [Fact]
    public async Task A_rebuild_that_was_cancelled_is_begun_again_by_the_next_run()
    {
        _files.Write(News, "a.jsonl", Story("1"), Story("2"));
        var pipeline = Pipeline();
        await pipeline.RunAsync([News], IndexingMode.Full, null, default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.RebuildAsync(null, new CancellationToken(canceled: true)));
        _files.Write(News, "a.jsonl", Story("1"), Story("2"), Story("3"));

        await pipeline.RunAsync([News], IndexingMode.Full, null, default);

        AssertIndexFollowsStore();
    }

    private static Article Story(string id, string? body = null) => Sample.Article(id, body ?? $"The council voted on {id}.");

    private IndexingPipeline Pipeline() => new(_files.List, _files.Read, _store, _index, _temp.Time);

    private Task<IndexingReport> RunAsync(string? root = null) => RunAsync([root ?? News]);

    private Task<IndexingReport> RunAsync(IReadOnlyList<string> roots) => Pipeline().RunAsync(roots, IndexingMode.Full, null, default);

    private IEnumerable<string> IdsByKey() => _store.Versions().OrderBy(v => v.Value.Key).Select(v => v.Key.Value);

    private long DatabaseSize() => Directory.EnumerateFiles(_temp.Folder.FullPath).Sum(file => new FileInfo(file).Length);

    private async Task<StoredArticle?> FindAsync(string id)
    {
        using var library = _temp.OpenLibrary();
        return await library.FindAsync(ArticleId.Parse(id), default);
    }

    private void AssertIndexFollowsStore()
    {
        Assert.Equal(_store.Sequence, _index.Sequence);
        var stored = _store.ChangesAfter(0, default).Where(c => c.Article is not null).ToDictionary(c => c.Key, c => c.Article!.Text);
        Assert.Equal(stored, _index.Committed);
    }

    private sealed class LastProgress : IProgress<IndexingProgress>
    {
        public IndexingProgress Last { get; private set; }

        public void Report(IndexingProgress value) => Last = value;
    }

    private sealed class CallbackProgress(Action<IndexingProgress> report) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => report(value);
    }
}
