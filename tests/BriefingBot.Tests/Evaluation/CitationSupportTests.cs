using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Evaluation;
using BriefingBot.Retrieval;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Evaluation;

public sealed class CitationSupportTests
{
    private const string Closed = "The Tarvik bridge was closed on Monday after inspectors found a crack of 14 centimetres in its northern pillar.";

    [Fact]
    public void A_sentence_that_its_citation_bears_out_counts_fully() =>
        Assert.Equal(new CitationSupport(1, 1), CitationSupport.Of(Answer(Closed, Cite(1, Harbour.Bridge, Closed))));

    [Fact]
    public void A_citation_that_neither_bears_out_nor_is_needed_costs_precision() =>
        Assert.Equal(new CitationSupport(1, 0.5), CitationSupport.Of(Answer(Closed, Cite(1, Harbour.Bridge, Closed), Cite(2, Harbour.BridgeElsewhere, "Commuters now wait an hour for the ferry across the sound."))));

    [Fact]
    public void A_sentence_that_is_not_borne_out_costs_recall_and_makes_its_citations_useless() =>
        Assert.Equal(new CitationSupport(0, 0), CitationSupport.Of(Answer(Closed.Replace("14", "41", StringComparison.Ordinal), Cite(1, Harbour.Bridge, Closed))));

    [Fact]
    public void The_lead_in_is_not_judged() =>
        Assert.Equal(new CitationSupport(1, 1), CitationSupport.Of(Answer($"In “{Harbour.Bridge.Title}”: {Closed}", Cite(1, Harbour.Bridge, Closed))));

    private static Answer Answer(string sentence, params Citation[] citations) => new(
        new Question("?", NewsDesk.Now), AnswerStatus.Answered, sentence, [new AnswerSentence(sentence, [.. citations.Select(c => c.Number)], 1)], citations, [], [], null, "extractive", default);

    private static Citation Cite(int number, Article article, string quote)
    {
        var start = article.Text.IndexOf(quote, StringComparison.Ordinal);
        return new Citation(number, article, quote, new TextSpan(start, start + quote.Length));
    }
}
