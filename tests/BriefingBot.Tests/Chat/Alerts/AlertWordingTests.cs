using BriefingBot.Chat.Alerts;

namespace BriefingBot.Tests.Chat.Alerts;

public sealed class AlertWordingTests
{
    [Theory]
    [InlineData("tell me when something arrives on the Strand bridge", "the Strand bridge")]
    [InlineData("Tell me when something arrives on “the Strand bridge”.", "the Strand bridge")]
    [InlineData("let me know when there is news about Halden Ferries", "Halden Ferries")]
    [InlineData("Please let us know if there's anything new on the tram!", "the tram")]
    [InlineData("could you notify me as soon as new articles about the gas price appear?", "the gas price")]
    [InlineData("Tell me once anything comes in about Elin Sorby", "Elin Sorby")]
    [InlineData("let me know when you hear something about the trial", "the trial")]
    [InlineData("alert me when news on the election breaks", "the election")]
    [InlineData("keep me posted on the flood", "the flood")]
    [InlineData("alert me to news about the flood", "the flood")]
    [InlineData("Tell me when something arrives", "")]
    [InlineData("let me know when there is news on this", "")]
    public void The_wish_to_be_told_is_recognised_in_plain_words(string text, string topic) => Assert.Equal(topic, AlertWording.Read(text));

    [Theory]
    [InlineData("Tell me when the Strand bridge was closed")]
    [InlineData("Tell me when news about the merger broke")]
    [InlineData("Tell me if there is news about the merger")]
    [InlineData("When is there news about the merger?")]
    [InlineData("What did the mayor tell me to know about the flood?")]
    [InlineData("Let me know what happened in Marn")]
    [InlineData("Alert in Marn: what happened?")]
    public void Questions_stay_questions(string text) => Assert.Null(AlertWording.Read(text));
}
