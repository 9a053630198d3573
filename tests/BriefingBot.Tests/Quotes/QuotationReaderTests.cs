using BriefingBot.Quotes;

namespace BriefingBot.Tests.Quotes;

public sealed class QuotationReaderTests
{
    // The shape and the direct quotes of a wire report; the sentences between are this test's own.
    private const string Visit = """
        US Secretary of Defence Mark Esper flew to Algiers on Thursday to talk about the Sahel.

        The minister and his host "agreed to maintain co-operation and co-ordination", Algeria's presidency said.

        The Pentagon said Mr Esper was in favour of closer ties.

        "The two leaders discussed security throughout North Africa and the Sahel and ways to advance our strategic military and diplomatic partnership," it said.

        No holder of his office had come since 2006.

        "Mark Esper wants to discuss the Algerian army's possible role in the region once the new constitution is passed, as it allows peace-keeping operations overseas," a western diplomat in Algeria told Reuters.

        [Caption] Mark Esper speaks near Tunis and says "we honour the fallen of the war". AP

        A source expected Libya and Mali to be the main subjects.

        "Algeria has an influence in Mali. It showed it can help," an Algerian security source said.

        "The Americans understood that French military intervention did not curb terrorism.

        "As for Libya, it is well known that Algeria maintains good ties with all the players including tribes and personalities."
        """;

    [Fact]
    public void A_wire_report_yields_each_quotation_with_its_speaker() => Assert.Equal(
        [
            ("Algeria's presidency", "agreed to maintain co-operation and co-ordination"),
            ("The Pentagon", "The two leaders discussed security throughout North Africa and the Sahel and ways to advance our strategic military and diplomatic partnership"),
            ("a western diplomat in Algeria", "Mark Esper wants to discuss the Algerian army's possible role in the region once the new constitution is passed, as it allows peace-keeping operations overseas"),
            ("an Algerian security source", "Algeria has an influence in Mali. It showed it can help"),
            ("an Algerian security source", "The Americans understood that French military intervention did not curb terrorism."),
            ("an Algerian security source", "As for Libya, it is well known that Algeria maintains good ties with all the players including tribes and personalities."),
        ],
        SpeakersOf(Visit));

    [Theory]
    [InlineData("\"We are here,\" Jane Doe said. \"We will stay here.\"", "We are here|We will stay here.")]
    [InlineData("\"We are here now,\" Jane Doe said, \"and we will stay.\"", "We are here now|and we will stay.")]
    [InlineData("\"We are here for good.\" \"We will stay,\" Jane Doe said.", "We are here for good.|We will stay")]
    [InlineData("It was \"more than we hoped\" and \"less than we feared\", Jane Doe said.", "more than we hoped|less than we feared")]
    [InlineData("\"We are here,\" Jane Doe said. She smiled. \"We will stay here.\"", "We are here|We will stay here.")]
    [InlineData("\"We are here,\" Jane Doe said.\n\n\"We will stay here.\"", "We are here|We will stay here.")]
    [InlineData("“We are here,” Jane Doe said. “We are many.\n\n“We are new.\n\n“We will stay here.”", "We are here|We are many.|We are new.|We will stay here.")]
    [InlineData("\"We are many of us.\n\n\"We will stay,\" Jane Doe said.", "We are many of us.|We will stay")]
    [InlineData("Jane Doe said she was glad. \"We will stay here.\"", "We will stay here.")]
    [InlineData("Jane Doe said she was glad.\n\n\"We will stay here.\"", "We will stay here.")]
    public void Speech_that_runs_on_keeps_its_speaker(string text, string quotes) =>
        Assert.Equal(quotes.Split('|').Select(q => ((string?)"Jane Doe", q)), SpeakersOf(text));

    [Theory]
    [InlineData("\"We are here,\" Jane Doe said.\n\nThe rain fell.\n\n\"We will stay here.\"")]
    [InlineData("\"We are here,\" Jane Doe said.\n\n[Subheading] Rain\n\n\"We will stay here.\"")]
    [InlineData("\"We are here,\" Jane Doe said. Mark Esper did not agree. \"We will stay here.\"")]
    public void Speech_does_not_run_on_past_other_matter(string text) => Assert.Equal((null, "We will stay here."), SpeakersOf(text)[^1]);

    [Theory]
    [InlineData("“We will stay here,” she said.", "We will stay here")]
    [InlineData("‘We will stay here,’ she said.", "We will stay here")]
    [InlineData("'We will stay here,' she said.", "We will stay here")]
    [InlineData("'We don't like the leaders' new plan,' she said of the '90s.", "We don't like the leaders' new plan")]
    [InlineData("“He told me ‘we will stay here’ and left,” she said.", "He told me ‘we will stay here’ and left")]
    [InlineData("‘He told me “we will stay here” and left,’ she said.", "He told me “we will stay here” and left")]
    [InlineData("\"He said \"we will stay\" and left,\" she said.", "He said \"we will stay\" and left")]
    [InlineData("«We will stay here,» she said.", "We will stay here")]
    [InlineData("„We will stay here,“ she said.", "We will stay here")]
    [InlineData("„We will stay here,” she said.", "We will stay here")]
    [InlineData("“We will stay here,\" she said.", "We will stay here")]
    [InlineData("\"We will stay here,” she said.", "We will stay here")]
    [InlineData("”We will stay here,” she said.", "We will stay here")]
    [InlineData("“We will stay here,“ she said.", "We will stay here")]
    [InlineData("“We will stay here,’’ she said.", "We will stay here")]
    [InlineData("She said:\"We will stay here.\"", "We will stay here.")]
    [InlineData("\" We will stay here, \" she said.", "We will stay here")]
    [InlineData("\"Will we stay here?\" she said.", "Will we stay here?")]
    [InlineData("\"We will stay – all of us –\" she said.", "We will stay – all of us –")]
    [InlineData("The 6'2\" guard said, \"I am 6'2\" tall, you know.\"", "I am 6'2\" tall, you know.")]
    [InlineData("She said: \"We will stay here.\n\nIt rained.", "We will stay here.")]
    [InlineData("\"Yes,\" she said.", "Yes")]
    public void Every_kind_of_mark_is_understood(string text, string words) =>
        Assert.Equal(words, Assert.Single(QuotationReader.Read(ArticleOf.Paragraphs(text))).Text);

    [Theory]
    [InlineData("She saw \"The Batman\" and left.")]
    [InlineData("He wrote \"All Quiet on the Western Front\" long ago.")]
    [InlineData("His \"so-called\" friends left the leaders' table.")]
    [InlineData("Rock 'n' roll in the '90s was the players' and the fans' music.")]
    [InlineData("The pipe is 6\" wide and 12\" long.")]
    [InlineData("He broke off \"and then the rest of the paragraph is not speech.")]
    [InlineData("\"\" and \"...\" are empty.")]
    [InlineData("[Caption] \"We will stay here,\" she said.")]
    [InlineData("[Boilerplate] \"We will stay here,\" she said.")]
    [InlineData("[Headline] \"We will stay here,\" she said.")]
    [InlineData("‘It is time for change’")]
    public void Titles_scare_quotes_apostrophes_and_captions_are_no_speech(string text) =>
        Assert.Empty(QuotationReader.Read(ArticleOf.Paragraphs(text)));

    [Fact]
    public void The_context_of_a_second_part_reaches_back_to_the_attribution()
    {
        const string text = "It rained. \"We are here,\" Jane Doe said. \"We will stay here.\" It stopped.";

        var quotation = QuotationReader.Read(ArticleOf.Paragraphs(text))[1];

        Assert.Equal("\"We are here,\" Jane Doe said. \"We will stay here.\"", quotation.Context.Of(text));
    }

    private static List<(string?, string)> SpeakersOf(string text) =>
        [.. QuotationReader.Read(ArticleOf.Paragraphs(text.ReplaceLineEndings("\n"))).Select(q => (q.Speaker, q.Text))];
}
