using BriefingBot.Articles;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Percolation;

public sealed class PercolatorTests : IDisposable
{
    private readonly NewsDesk _desk = new(Strand.Vote, Strand.Bridge);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void An_article_meets_the_queries_it_is_about_in_their_order()
    {
        var percolator = Percolator("Marie Belle", "Velmora library", "Why was the Strand bridge closed?", "Strand lighthouse");

        Assert.Equal(["Marie Belle", "Why was the Strand bridge closed?"], percolator.Match(Strand.Bridge).Select(q => q.Id));
    }

    [Fact]
    public void A_shared_common_word_or_half_of_a_name_is_not_enough()
    {
        var percolator = Percolator("Hana Okoye", "the closed harbour of Luneth", "fog on Mondays in Skarn", "Marie Curie");

        Assert.Empty(percolator.Match(Strand.Bridge));
    }

    [Fact]
    public void What_a_long_article_mentions_once_in_passing_is_not_what_it_is_about()
    {
        var filler = string.Join("\n\n", Enumerable.Range(1, 8).Select(i => $"The choir sang its song number {i}. The audience liked it."));
        Article Long(string last) => NewsDesk.Article("long", "Forty years of a choir", "2024-03-19", "Coast Ledger", filler, last);

        Assert.Empty(Percolator("Strand bridge").Match(Long("One singer came late because of the Strand bridge.")));
        Assert.NotEmpty(Percolator("Strand bridge").Match(Long("The Strand bridge was on everybody's mind. Will the Strand bridge open? The Strand bridge is closed.")));
    }

    [Fact]
    public void Words_that_say_nothing_of_a_subject_match_nothing()
    {
        var percolator = Percolator("what happened", "news", "the latest");

        Assert.Empty(percolator.Match(Strand.Bridge));
        Assert.False(Query("what happened today?").IsUsable);
    }

    [Fact]
    public void An_outlet_that_the_wording_names_has_to_be_the_articles()
    {
        var percolator = Percolator("Strand bridge according to the Coast Ledger");

        Assert.NotEmpty(percolator.Match(Strand.Bridge));
        Assert.Empty(percolator.Match(Strand.BridgeElsewhere));
    }

    private Percolator Percolator(params string[] wordings) => new(wordings.Select(Query));

    private StandingQuery Query(string wording) => StandingQuery.Of(
        wording, wording, _desk.Scopes.ReadAsync(new Question(wording, NewsDesk.Now), CancellationToken.None).AsTask().GetAwaiter().GetResult(), _desk.Search);
}
