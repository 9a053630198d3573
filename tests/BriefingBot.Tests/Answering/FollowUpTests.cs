using BriefingBot.Answering;

namespace BriefingBot.Tests.Answering;

public sealed class FollowUpTests
{
    private const string Before = "What did Mark Esper discuss in Algiers?";

    [Theory]
    [InlineData("and in Tunisia?", "What did Mark Esper discuss in Tunisia?")]
    [InlineData("And in Tunisia", "What did Mark Esper discuss in Tunisia?")]
    [InlineData("what about in Libya?", "What did Mark Esper discuss in Libya?")]
    [InlineData("in Mali?", "What did Mark Esper discuss in Mali?")]
    [InlineData("and on Thursday?", "What did Mark Esper discuss in Algiers on Thursday?")]
    [InlineData("When did he arrive?", "When did Mark Esper arrive?")]
    [InlineData("What is his title?", "What is Mark Esper’s title?")]
    [InlineData("How many ships left the harbour of Tarvik?", "How many ships left the harbour of Tarvik?")]
    [InlineData("Who visited Carthage?", "Who visited Carthage?")]
    public void A_follow_up_becomes_a_question_of_its_own(string text, string understood) =>
        Assert.Equal(understood, FollowUp.Resolve(text, Before));

    [Fact]
    public void A_bare_question_word_asks_about_the_same_names() =>
        Assert.Contains("Mark Esper", FollowUp.Resolve("why?", Before), StringComparison.Ordinal);

    [Fact]
    public void A_new_name_takes_the_place_of_the_only_one() =>
        Assert.Equal("Who met Abdelmadjid Tebboune?", FollowUp.Resolve("and Abdelmadjid Tebboune?", "Who met Mark Esper?"));

    [Fact]
    public void The_first_turn_of_a_conversation_is_taken_as_it_is() =>
        Assert.Equal("and in Tunisia?", Conversation.Empty.Understand("and in Tunisia?"));
}
