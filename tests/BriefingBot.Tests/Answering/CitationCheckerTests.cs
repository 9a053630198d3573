using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Answering;

public sealed class CitationCheckerTests
{
    private const string Sentence = "Inspectors closed the Tarvik bridge on Monday because of a crack of 14 centimetres.";

    [Fact]
    public void A_sentence_quoted_word_for_word_holds() =>
        Assert.Single(CitationChecker.Check([Draft(Sentence, At("x", Sentence))]));

    [Fact]
    public void A_sentence_whose_words_are_not_in_the_cited_text_is_dropped() =>
        Assert.Empty(CitationChecker.Check([Draft("The mayor of Luneth resigned over a ferry contract last week.", At("x", Sentence))]));

    [Fact]
    public void A_changed_number_is_not_supported() =>
        Assert.Empty(CitationChecker.Check([Draft(Sentence.Replace("14", "40", StringComparison.Ordinal), At("x", Sentence))]));

    [Fact]
    public void Offsets_beyond_the_text_do_not_hold()
    {
        var evidence = At("x", Sentence);
        Assert.Empty(CitationChecker.Check([Draft(Sentence, evidence with { Span = new TextSpan(5, Sentence.Length + 1) })]));
    }

    [Fact]
    public void A_caption_is_no_evidence()
    {
        var evidence = At("x", Sentence, BlockKind.Caption);
        Assert.Empty(CitationChecker.Check([Draft(Sentence, evidence)]));
    }

    [Fact]
    public void Only_the_failing_citation_of_a_sentence_is_dropped()
    {
        var other = At("y", "The herring catch fell by a third in February, the fisheries office said.");
        var kept = Assert.Single(CitationChecker.Check([Draft(Sentence, At("x", Sentence), other)]));
        Assert.Equal("x", Assert.Single(kept.Evidence).Article.Article.Id.Value);
    }

    [Fact]
    public void A_lead_in_that_is_not_the_articles_headline_is_dropped_with_its_sentence() =>
        Assert.Empty(CitationChecker.Check([Draft(Sentence, At("x", Sentence)) with { LeadIn = "In “Something else”: " }]));

    private static DraftSentence Draft(string body, params Evidence[] evidence) => new("", body, evidence);

    private static Evidence At(string id, string text, BlockKind kind = BlockKind.Body)
    {
        var article = NewsDesk.Article(id, "Title", "2024-03-18", "Post", text);
        article = article with { Blocks = [new Block(article.Blocks[0].Span, kind)] };
        var stems = EnglishTerms.Of(text).Select(t => t.Stem).ToHashSet();
        var stored = new StoredArticle(1, article, NewsDesk.Now, 1);
        return new Evidence(new RetrievedArticle(stored, 1, [], new HashSet<string>(), stems, []), new TextSpan(0, text.Length), stems);
    }
}
