using BriefingBot.Retrieval.Outlets;

namespace BriefingBot.Tests.Retrieval.Outlets;

public class KnownSourcesTests
{
    private static readonly KnownSources Known = new(
        ["The National", "cnn.com", "usatoday.com", "theweek.co.uk", "Reuters", "The Guardian", "theguardian.com", "BBC News", "www.aljazeera.com", "nytimes.com", "Time"]);

    [Theory]
    [InlineData("What, according to The National, did Esper discuss?", "The National", "National")]
    [InlineData("According to the National, who met whom?", "The National", "National")]
    [InlineData("What did Reuters report on Libya?", "Reuters", "Reuters")]
    [InlineData("what did reuters report on libya?", "Reuters", "reuters")]
    [InlineData("What was written in the Week about Libya?", "theweek.co.uk", "Week")]
    [InlineData("What was said about it on Monday, per CNN?", "cnn.com", "CNN")]
    [InlineData("CNN says the talks failed. Why?", "cnn.com", "CNN")]
    [InlineData("Who, as reported by USA Today, won?", "usatoday.com", "USA Today")]
    [InlineData("Any article from usatoday.com on it?", "usatoday.com", "usatoday.com")]
    [InlineData("What does the BBC's coverage say?", "BBC News", "BBC")]
    [InlineData("How did Al Jazeera describe the siege?", "www.aljazeera.com", "Al Jazeera")]
    [InlineData("Which minister does the Reuters article name?", "Reuters", "Reuters")]
    [InlineData("What has the New York Times reported?", "nytimes.com", "New York Times")]
    [InlineData("What was in Time on the vote?", "Time", "Time")]
    public void An_outlet_that_is_asked_for_is_found_however_it_is_written(string question, string source, string wording)
    {
        var mention = Assert.Single(Known.In(question));

        Assert.Equal([source], mention.Sources);
        Assert.Equal(wording, mention.Span.Of(question));
    }

    [Theory]
    [InlineData("Which company bought CNN?")]
    [InlineData("Who was fired from CNN?")]
    [InlineData("Who holds a stake in Reuters?")]
    [InlineData("What did a diplomat tell in the week of the talks?")]
    [InlineData("What happened in the week?")]
    [InlineData("Who resigned this week?")]
    [InlineData("How high is the national debt?")]
    [InlineData("What is forecast according to the National Weather Service?")]
    [InlineData("Who was saved by National Guard troops?")]
    [InlineData("What did a diplomat who told Reuters expect?")]
    [InlineData("Which leader had told the Guardian about it?")]
    [InlineData("Who leads according to a CNN poll?")]
    [InlineData("Did they arrive in time?")]
    [InlineData("Time reports show what?")]
    [InlineData("What did the guardian say to the court?")]
    [InlineData("According to Le Monde, who won?")]
    [InlineData("")]
    public void A_name_without_attribution_or_an_everyday_word_is_none(string question) => Assert.Empty(Known.In(question));

    [Fact]
    public void One_outlet_stored_under_two_names_gives_both() =>
        Assert.Equal(["The Guardian", "theguardian.com"], Assert.Single(Known.In("What did the Guardian write?")).Sources);

    [Fact]
    public void Two_outlets_are_both_found() =>
        Assert.Equal(
            ["Reuters", "cnn.com"],
            Known.In("How do the Reuters report and the CNN story differ?").SelectMany(m => m.Sources));

    [Fact]
    public void No_sources_and_odd_sources_are_harmless()
    {
        Assert.Empty(new KnownSources([]).In("What did Reuters report?"));
        Assert.Empty(new KnownSources(["", "...", "the", "-"]).In("According to the ... - what?"));
    }
}
