using BriefingBot.Articles;
using BriefingBot.Passages;

namespace BriefingBot.Tests.Passages;

public sealed class SentenceSplitterTests
{
    /// <summary>Each row is a text with "|" where a sentence ends.</summary>
    [Theory]
    [InlineData("He came. |She left.")]
    [InlineData("Is it true? |Yes! |It is.")]
    [InlineData("Mr. Smith met Dr. Jones and Mrs. Brown.")]
    [InlineData("Lt. Gen. Mark Milley spoke to Sen. Joe Manchin, D-W.Va., and Rep. Liz Cheney. |Both left.")]
    [InlineData("The U.S. Senate voted. |The U.K. Treasury did not.")]
    [InlineData("They flew to the U.S. |The trip took a day.")]
    [InlineData("They came from the U.S. Navy and the U.N. Security Council.")]
    [InlineData("It opens at 9 a.m. Monday and closes at 5 p.m. |It is free.")]
    [InlineData("On Jan. 6 and in Sept. 2020 he spoke. |Dec. 7 is a holiday.")]
    [InlineData("He lives at No. 5. |No. 10 is next door.")]
    [InlineData("Asked whether he would go, he said no. |Then he left.")]
    [InlineData("Spirit Airlines Inc. |The company is based in Florida.")]
    [InlineData("Apple Inc. Chief Executive Tim Cook spoke.")]
    [InlineData("He grew up in St. Louis and Mt. Vernon. |He has a Ph.D. from Yale.")]
    [InlineData("J. K. Rowling met George W. Bush. |They talked.")]
    [InlineData("It costs $5.01, or 3.5 million a year. |That is 2.7% more.")]
    [InlineData("It rose in 2021. |5 people noticed.")]
    [InlineData("He waited... |Nobody came. |And then… |She came.")]
    [InlineData("He waited... and waited… and left.")]
    [InlineData("“We … Americans … will win,” he said.")]
    [InlineData("Read it at usatoday.com. |Or on Twitter.com/usatoday and www.bbc.co.uk.")]
    [InlineData("Amazon.Com and Booking.Com rose.")]
    [InlineData("(He came.) |She left [at noon.] |They met.")]
    [InlineData("\"We won,\" she said. |\"We won.\" |They cheered.")]
    [InlineData("\"Why?\" he asked. |“Why not?” Smith replied. |He left.")]
    [InlineData("He asked \"Why?\" |Smith said nothing.")]
    [InlineData("\"He left. He came back,\" she said. |They met.")]
    [InlineData("“He left. ‘Why?’ I asked. He came back.” |They met.")]
    [InlineData("She said: \"He left. He came back.\" |They met.")]
    [InlineData("\"We won. |We lost. |\"They lost. |It was over.")]
    [InlineData("He thanked the leader.|The crowd cheered.|A band played.")]
    [InlineData("It was over (for now).|He left, at last!|She stayed.")]
    [InlineData("“It was over.”|The crowd left.")]
    [InlineData("First paragraph without a stop\n\n|Second paragraph")]
    [InlineData("A line that was\nwrapped. |Another\nline.")]
    [InlineData("What we know:\n|• One thing\n|• Another thing\n|- A third")]
    [InlineData("1. First thing. |2. Second thing.")]
    [InlineData("He has an iPad. |iPhone sales rose. |eBay fell.")]
    [InlineData("He runs the company. they said so.")]
    [InlineData("He ate apples, pears, etc. |They left.")]
    [InlineData("Plan B. |The plan failed. |Malcolm X. |He spoke.")]
    [InlineData("Robert Downey Jr. stars. |Sammy Davis Jr. |He sang.")]
    [InlineData("It happened in the U.S. |\"We saw it,\" he said.")]
    [InlineData("The case is Roe v. Wade. |It is old.")]
    [InlineData("U.S Secretary of Defense Mark Esper met him. |They spoke.")]
    [InlineData("😀 He laughed. |😀 She laughed.")]
    public void Sentences_end_where_a_reader_would_end_them(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var expected = marked.Split('|', StringSplitOptions.TrimEntries);

        Assert.Equal(expected, SentencesOf(text));
    }

    [Fact]
    public void Long_speech_is_split_like_other_prose()
    {
        var speech = string.Join(' ', Enumerable.Repeat("We will go on and on about this for as long as it takes.", 8));

        Assert.Equal(8, SentencesOf($"\"{speech}\" They went on.").Count - 1);
    }

    [Fact]
    public void Only_the_range_asked_for_is_split()
    {
        const string text = "One is out. Two is in. Three is in. Four is out.";
        var range = new TextSpan(text.IndexOf("Two", StringComparison.Ordinal), text.IndexOf(" Four", StringComparison.Ordinal));

        Assert.Equal(["Two is in.", "Three is in."], SentenceSplitter.Split(text, range).Select(s => s.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \t")]
    public void White_space_has_no_sentences(string text) => Assert.Empty(SentencesOf(text));

    private static List<string> SentencesOf(string text) =>
        SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(s => s.Of(text)).ToList();
}
