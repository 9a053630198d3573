using BriefingBot.Answering.Revisions;

namespace BriefingBot.Tests.Answering.Revisions;

public sealed class RevisionReaderTests
{
    private const string Cost = "He said the repair would cost 3.2 million crowns.";

    [Theory]
    [InlineData("The mayor said  the bridge\nwould be closed until May.")]
    [InlineData("The Mayor said the bridge would be closed until May.")]
    [InlineData("The mayor said the bridge would be closed, until May.")]
    [InlineData("The mayor said that the bridge would be closed until May.")]
    [InlineData("The mayor says the bridge would be closed until May.")]
    [InlineData("TARVIK (Reuters) - The mayor said the bridge would be closed until May.")]
    [InlineData("The mayor said the brigde would be closed until May.")]
    [InlineData("Until May the bridge would be closed, the mayor said.")]
    public void A_sentence_that_says_the_same_stands(string now) =>
        Assert.False(Read("The mayor said the bridge would be closed until May.", now).IsMaterial);

    [Theory]
    [InlineData("“We will colour the centre,” she said.", "\"We will color the center,\" she said.")]
    [InlineData("The government’s plan costs €3m.", "The government's plan costs €3 million.")]
    [InlineData("Some 1,500 people came to Zürich.", "Some 1500 people came to Zurich.")]
    [InlineData("Three ships sank off Tarvik on 5 March 2024.", "3 ships sank off Tarvik on March 5, 2024.")]
    [InlineData("The co-operation didn't end.", "The cooperation did not end.")]
    [InlineData("The ship sank…", "The ship sank...")]
    [InlineData("Mr Veld said: “It’s over.”", "Mr. Veld said, \"It's over.\"")]
    [InlineData("The U.S. government was shut for 35 days.", "The US government was shut for 35 days.")]
    [InlineData("Prices rose 5 per cent in May.", "Prices rose 5% in May.")]
    [InlineData("The Prime Minister resigned at 9pm on Monday.", "The prime minister resigned at 9 pm on Monday.")]
    [InlineData("The committee occured to meet twice a week.", "The committee occurred to meet twice a week.")]
    public void Spelling_is_no_change(string before, string after) => Assert.False(Read(before, after).IsMaterial);

    [Theory]
    [InlineData("Ten people died in the fire in Tarvik.", "Twelve people died in the fire in Tarvik.")]
    [InlineData("The tram costs 1.5 million crowns.", "The tram costs 15 million crowns.")]
    [InlineData("The tram costs 40 million crowns.", "The tram costs 40 billion crowns.")]
    [InlineData("The vote fell by 5 percent in February.", "The vote fell by -5 percent in March.")]
    [InlineData("Jonas Veld was arrested in Iran on Monday.", "Jonas Veld was arrested in Iraq on Monday.")]
    [InlineData("Jon Smith was named as the pilot of the ferry.", "John Smith was named as the pilot of the ferry.")]
    [InlineData("Johnson was named as the pilot of the ferry.", "Johnston was named as the pilot of the ferry.")]
    [InlineData("The bridge opens on Tuesday after repairs.", "The bridge opens on Wednesday after repairs.")]
    [InlineData("The bridge opens on 3 May 2024 after repairs.", "The bridge opens on 3 June 2024 after repairs.")]
    [InlineData("The minister will resign from office this year.", "The minister will not resign from office this year.")]
    [InlineData("The minister is guilty of the theft, the court said.", "The minister isn't guilty of the theft, the court said.")]
    [InlineData("The ferry will stop in Eastholm this summer.", "The ferry may stop in Eastholm this summer.")]
    [InlineData("The mayor said she had sold her house in Tarvik.", "The mayor said he had sold his house in Tarvik.")]
    [InlineData("The harbour closed before the storm hit Tarvik.", "The harbour closed after the storm hit Tarvik.")]
    [InlineData("The suspect was charged with murder in Tarvik.", "The suspect was charged with manslaughter in Tarvik.")]
    [InlineData("Veld sued Solheim over the harbour contract.", "Solheim sued Veld over the harbour contract.")]
    [InlineData("All schools in Tarvik are closed until Friday.", "All schools in northern Tarvik are closed until Friday.")]
    [InlineData("The fire killed 3 people in Tarvik on Sunday.", "The fire killed 3 people in Karlsund on Sunday.")]
    [InlineData("The company made a profit of 3 million crowns.", "The company made a loss of 3 million crowns.")]
    [InlineData("The strike started at noon in the port of Tarvik.", "The strike ended at noon in the port of Tarvik.")]
    [InlineData("The score was 2-1 after extra time in Tarvik.", "The score was 3-1 after extra time in Tarvik.")]
    [InlineData("About 40 people were hurt in the storm in Tarvik.", "More than 40 people were hurt in the storm in Tarvik.")]
    [InlineData("The law is moral in the eyes of the court in Tarvik.", "The law is amoral in the eyes of the court in Tarvik.")]
    public void What_says_something_else_is_told_with_both_versions(string before, string after)
    {
        var revision = Read(before, $"The council met on Monday to talk about other things. {after} It rained.");

        Assert.Equal((before, after, after), (revision.Before, revision.After, revision.Current));
    }

    [Fact]
    public void A_sentence_without_a_successor_is_gone()
    {
        var revision = Read(Cost, "The Tarvik bridge was closed on Monday after inspectors found a crack. The ferry sails every hour.");

        Assert.True(revision.IsGone);
        Assert.Equal((Cost, ""), (revision.Before, revision.Current));
    }

    [Fact]
    public void A_sentence_that_moved_within_the_article_stands() =>
        Assert.False(RevisionReader.Read(Cost, NewsDesk.Article("a", "", "", "", "It rained.", "More on this soon.", $"The ferry sails. {Cost}")).IsMaterial);

    [Fact]
    public void A_note_that_quotes_what_was_wrong_does_not_keep_it_standing()
    {
        var revision = Read(Cost, $"He said the repair would cost 5.2 million crowns. Correction: An earlier version of this article said “{Cost}”");

        Assert.Equal("He said the repair would cost 5.2 million crowns.", revision.After);
    }

    [Fact]
    public void Half_a_longer_word_is_no_place_to_stand() => Assert.True(Read("Nine ships left port 5", "Nine ships left port 57 in the storm.").IsMaterial);

    [Fact]
    public void Of_several_sentences_only_those_that_changed_are_told()
    {
        var revision = Read($"The bridge was closed on Monday. {Cost}", "The bridge was closed on Monday. Nobody was hurt. He said the repair would cost 4 million crowns.");

        Assert.Equal((Cost, "He said the repair would cost 4 million crowns."), (revision.Before, revision.After));
        Assert.Equal("The bridge was closed on Monday. He said the repair would cost 4 million crowns.", revision.Current);
    }

    [Fact]
    public void A_sentence_cut_in_two_is_told_as_two()
    {
        var revision = Read(
            "The council of Karlsund voted for a tram that will cost 40 million crowns.", "The council of Karlsund voted for a tram. The tram will cost 52 million crowns.");

        Assert.Equal("The council of Karlsund voted for a tram. The tram will cost 52 million crowns.", revision.After);
    }

    private static PassageRevision Read(string passage, string now) => RevisionReader.Read(passage, NewsDesk.Article("a", "A headline", "2024-03-18", "Coast Courier", now));
}
