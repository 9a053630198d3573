using BriefingBot.Articles;
using BriefingBot.LuceneIndex;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.LuceneIndex;

public sealed class LuceneIndexTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Index => _folder.PathOf("index");

    [Fact]
    public void What_is_committed_is_found_with_its_span()
    {
        var article = NewsDesk.Article("a", "Ferry", "2024-03-18", "Post", "The ferry sank near Orsk. Nobody was hurt.");
        Write(writer => writer.Add(7, article, PassageSplitter.Split(article)));

        var hit = Assert.Single(Search("ferri"));

        Assert.Equal((7, 0), (hit.ArticleKey, hit.Ordinal));
        Assert.Equal(article.Text, hit.Span.Of(article.Text));
    }

    [Fact]
    public void What_is_not_committed_is_rolled_back()
    {
        Write(_ => { });
        var article = NewsDesk.Article("a", "Ferry", "2024-03-18", "Post", "The ferry sank.");
        using (var writer = new LucenePassageWriter(Index)) writer.Add(1, article, PassageSplitter.Split(article));

        Assert.Empty(Search("ferri"));
    }

    [Fact]
    public void A_removed_article_is_gone_and_clearing_is_unseen_until_committed()
    {
        var article = NewsDesk.Article("a", "Ferry", "2024-03-18", "Post", "The ferry sank.");
        Write(writer =>
        {
            writer.Add(1, article, PassageSplitter.Split(article));
            writer.Add(2, article, PassageSplitter.Split(article));
        });
        Write(writer => writer.Remove(1), sequence: 6);
        Assert.Equal(2, Assert.Single(Search("ferri")).ArticleKey);

        using (var writer = new LucenePassageWriter(Index))
        {
            writer.Clear();
            Assert.Single(Search("ferri"));
            writer.Commit(7);
        }

        Assert.Empty(Search("ferri"));
    }

    [Fact]
    public void What_is_committed_while_an_index_is_searched_is_found_with_the_next_question()
    {
        var article = NewsDesk.Article("a", "Ferry", "2024-03-18", "Post", "The ferry sank.");
        Write(_ => { });
        using var search = new LucenePassageSearch(Index);
        Assert.Empty(Search(search, "ferri", ArticleFilter.Everything, RecencyPrior.None));

        Write(writer => writer.Add(1, article, PassageSplitter.Split(article)));

        Assert.Single(Search(search, "ferri", ArticleFilter.Everything, RecencyPrior.None));
    }

    [Fact]
    public void The_change_number_is_kept_and_a_damaged_index_stands_at_none()
    {
        Write(_ => { }, sequence: 42);
        using (var writer = new LucenePassageWriter(Index)) Assert.Equal(42, writer.Sequence);

        foreach (var file in Directory.GetFiles(Index, "segments*")) File.WriteAllText(file, "damaged");
        using (var writer = new LucenePassageWriter(Index)) Assert.Equal(0, writer.Sequence);
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.si")]
    [InlineData("*.cfe")]
    [InlineData("*.cfs")]
    public void An_index_with_a_file_cut_off_or_gone_is_made_again(string pattern)
    {
        var article = NewsDesk.Article("a", "Ferry", "2024-03-18", "Post", "The ferry sank.");
        foreach (var damage in new Action<string>[] { CutOff, File.Delete })
        {
            Write(writer => writer.Add(1, article, PassageSplitter.Split(article)));
            Assert.All(Directory.GetFiles(Index, pattern), damage);

            using (var writer = new LucenePassageWriter(Index)) Assert.Equal(0, writer.Sequence);
            Write(writer => writer.Add(2, article, PassageSplitter.Split(article)));
            Assert.Equal(2, Assert.Single(Search("ferri")).ArticleKey);
            Directory.Delete(Index, recursive: true);
        }
    }

    private static void CutOff(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(stream.Length / 2);
    }

    [Fact]
    public void Period_and_source_are_enforced_inside_the_search()
    {
        Write(writer =>
        {
            Add(writer, 1, "2024-03-01", "Post");
            Add(writer, 2, "2024-03-10", "Courier");
            Add(writer, 3, "", "Post");
        });
        var march10 = new DateOnly(2024, 3, 10);

        Assert.Equal([1L, 2, 3], Keys(ArticleFilter.Everything));
        Assert.Equal([2L, 3], Keys(new ArticleFilter(march10, march10, [])));
        Assert.Equal([2L], Keys(new ArticleFilter(march10, null, [], Undated: false)));
        Assert.Equal([1L, 3], Keys(new ArticleFilter(null, null, ["Post"])));
        Assert.Empty(Keys(new ArticleFilter(null, null, ["Unknown"])));
    }

    [Fact]
    public void What_may_be_seen_is_enforced_inside_the_search_beside_what_is_asked_for()
    {
        Write(writer =>
        {
            foreach (var (key, source, collection) in new[] { (1, "Post", "open"), (2, "Courier", "open"), (3, "Post", "closed") })
            {
                var article = NewsDesk.Article($"{key}", "Ferry", "2024-03-01", source, "The ferry sank.") with { Collection = collection };
                writer.Add(key, article, PassageSplitter.Split(article));
            }
        });
        var open = new ArticleAccess(["open"], []);

        Assert.Equal([1L, 2], Keys(ArticleFilter.EverythingIn(open)));
        Assert.Equal([1L], Keys(ArticleFilter.EverythingIn(open with { Sources = ["Post"] })));
        Assert.Empty(Keys(new ArticleFilter(null, null, ["Courier"]) { Access = open with { Sources = ["Post"] } }));
        Assert.Empty(Keys(ArticleFilter.EverythingIn(new ArticleAccess(["unknown"], []))));
    }

    [Fact]
    public void Of_equal_matches_the_one_nearest_to_the_day_asked_about_comes_first()
    {
        Write(writer =>
        {
            Add(writer, 1, "2023-03-01", "Post");
            Add(writer, 2, "2024-03-10", "Post");
            Add(writer, 3, "2024-01-10", "Post");
        });
        var prior = new RecencyPrior(new DateOnly(2024, 3, 11), 14, 3);

        Assert.Equal([2L, 3, 1], Search("ferri", ArticleFilter.Everything, prior).Select(h => h.ArticleKey));
    }

    [Fact]
    public void Rare_words_weigh_more_and_unknown_ones_most()
    {
        Write(writer =>
        {
            Add(writer, 1, "2024-03-01", "Post");
            Add(writer, 2, "2024-03-10", "Post");
        });
        using var search = new LucenePassageSearch(Index);

        var rarity = search.Rarity(["ferri", "unseen"]);

        Assert.True(rarity[0] < rarity[1]);
    }

    [Fact]
    public void Words_of_many_removed_passages_still_have_a_rarity_above_nothing()
    {
        // Lucene counts removed passages among those that hold a word until it merges their segment.
        const int passages = RankingWeights.SmallestCollection + 2000;
        var article = NewsDesk.Article("a", "", "2024-03-01", "Post", "Ferry.");
        var split = PassageSplitter.Split(article);
        Write(writer =>
        {
            for (var key = 1; key <= passages; key++) writer.Add(key, article, split);
        });
        Write(writer =>
        {
            for (var key = 1; key < passages; key++) writer.Remove(key);
        });
        using var search = new LucenePassageSearch(Index);

        Assert.InRange(search.Rarity(["ferri"])[0], 0, 1);
    }

    public void Dispose() => _folder.Dispose();

    private static void Add(LucenePassageWriter writer, long key, string day, string source)
    {
        var article = NewsDesk.Article($"a{key}", "Ferry", day, source, "The ferry sank near Orsk.");
        writer.Add(key, article, PassageSplitter.Split(article));
    }

    private void Write(Action<LucenePassageWriter> changes, long sequence = 5)
    {
        using var writer = new LucenePassageWriter(Index);
        changes(writer);
        writer.Commit(sequence);
    }

    private IEnumerable<long> Keys(ArticleFilter filter) => Search("ferri", filter, RecencyPrior.None).Select(h => h.ArticleKey).Order();

    private IReadOnlyList<PassageHit> Search(string stem) => Search(stem, ArticleFilter.Everything, RecencyPrior.None);

    private IReadOnlyList<PassageHit> Search(string stem, ArticleFilter filter, RecencyPrior prior)
    {
        using var search = new LucenePassageSearch(Index);
        return Search(search, stem, filter, prior);
    }

    private static IReadOnlyList<PassageHit> Search(LucenePassageSearch search, string stem, ArticleFilter filter, RecencyPrior prior) =>
        search.Search(new PassageQuery([new WeightedTerm(stem, 1)], [], filter, prior, 10));
}
