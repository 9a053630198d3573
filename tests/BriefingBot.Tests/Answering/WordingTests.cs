using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Tests.Answering;

public sealed class WordingTests
{
    [Theory]
    [InlineData("hi")]
    [InlineData("Hello there!")]
    [InlineData("help")]
    [InlineData("thanks a lot")]
    [InlineData("Good morning, everyone")]
    [InlineData("what can you do?")]
    [InlineData("???")]
    public void Small_talk_is_not_searched_for(string text) => Assert.True(SmallTalk.Is(text));

    [Theory]
    [InlineData("hello kitty sales")]
    [InlineData("What help did Tunisia get?")]
    [InlineData("Who is Mark Esper?")]
    [InlineData("test results of the ferry")]
    public void Questions_are_no_small_talk(string text) => Assert.False(SmallTalk.Is(text));

    [Theory]
    [InlineData("How many people died?", AskedFor.Number)]
    [InlineData("What percentage of voters agreed?", AskedFor.Percentage)]
    [InlineData("How much did the bidder pay?", AskedFor.Money)]
    [InlineData("When did the ferry leave?", AskedFor.Date)]
    [InlineData("Who visited Algeria and when?", AskedFor.Date)]
    [InlineData("Why was the bridge closed?", AskedFor.Reason)]
    [InlineData("Which company recalled cars?", AskedFor.Name)]
    [InlineData("Tell me about the bridge.", AskedFor.Anything)]
    public void The_wording_tells_what_is_asked_for(string question, AskedFor expected) => Assert.Equal(expected, AskedForReader.Read(question));

    [Theory]
    [InlineData("LONDON (AP) — The ferry sank.", "The ferry sank.")]
    [InlineData("(CNN) The ferry sank.", "The ferry sank.")]
    [InlineData("New York (CNN Business) Shares fell.", "Shares fell.")]
    [InlineData("TARVIK — The ferry sank.", "The ferry sank.")]
    [InlineData("PORT TARVIK, Nov. 16, 2026 — The ferry sank.", "The ferry sank.")]
    [InlineData("TARVIK, March 3 (Reuters) – The ferry sank.", "The ferry sank.")]
    [InlineData("TARVIK -- The ferry sank.", "The ferry sank.")]
    [InlineData("Mayor Veld (right) said so.", "Mayor Veld (right) said so.")]
    [InlineData("The AP reported it — twice.", "The AP reported it — twice.")]
    public void A_dateline_is_stepped_over(string sentence, string rest) =>
        Assert.Equal(rest, Dateline.Skip(sentence, new TextSpan(0, sentence.Length)).Of(sentence));

    [Theory]
    [InlineData("Bridge closed - Coast Courier", "Bridge closed")]
    [InlineData("Bridge closed | Coast Courier", "Bridge closed")]
    [InlineData("Bridge closed - again", "Bridge closed - again")]
    [InlineData("Bridge\nclosed", "Bridge closed")]
    public void A_headline_is_shown_without_the_outlets_name(string title, string shown) =>
        Assert.Equal(shown, Headline.Of(NewsDesk.Article("x", title, "2024-03-18", "Coast Courier", "Text.")));

    [Theory]
    [InlineData("He said so on Monday evening.", true)]
    [InlineData("\"We are late,\" she said.", true)]
    [InlineData("Before him, nobody had tried it.", true)]
    [InlineData("But nobody came to the meeting.", true)]
    [InlineData("This week brought rain to the coast.", false)]
    [InlineData("\"We are late,\" Mira Solheim said.", false)]
    [InlineData("\"I never saw ‘the report’ that Mr. Castell waves around.\"", true)]
    [InlineData("“We are late.”", true)]
    [InlineData("\"We are late,\" read the sign.", false)]
    [InlineData("The mayor said he would go.", false)]
    public void Sentences_that_point_back_are_told_from_those_that_stand_alone(string sentence, bool leans) =>
        Assert.Equal(leans, SentenceShape.Leans(sentence));
}
