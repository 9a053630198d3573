using BriefingBot.Answering.Checking;
using static BriefingBot.Tests.Answering.Checking.Verdict;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class DateTests
{
    [Theory]
    [InlineData("on Tuesday", "on 10 March")]
    [InlineData("on Tuesday", "on March 10, 2026")]
    [InlineData("on 10 March 2026", "on Tuesday")]
    [InlineData("yesterday", "on Wednesday")]
    [InlineData("last year", "in 2025")]
    [InlineData("last month", "in February")]
    [InlineData("on 10 March 2026", "in March 2026")]
    [InlineData("on March 3", "on the 3rd of March")]
    public void A_date_may_be_told_in_another_notation(string passage, string sentence) =>
        Supported($"The council of Tarvik approved the tunnel {passage}.", $"The tunnel was approved by the council of Tarvik {sentence}.");

    [Theory]
    [InlineData("on Tuesday", "on Wednesday")]
    [InlineData("on Tuesday", "on 11 March")]
    [InlineData("last year", "in 2024")]
    [InlineData("in March 2022", "in March 2023")]
    [InlineData("in March", "in April")]
    [InlineData("last year", "this year")]
    [InlineData("in March 2022", "on 4 March 2022")]
    public void Another_date_is_refused(string passage, string sentence) =>
        Refused(ObjectionKind.Date, $"The council of Tarvik approved the tunnel {passage}.", $"The tunnel was approved by the council of Tarvik {sentence}.");

    [Fact]
    public void A_date_may_not_be_given_to_another_event() =>
        Refused(ObjectionKind.Date, "Starlift will fly its rocket in April; Nimbus plans its own first launch in June.", "Starlift will fly its rocket in June.");
}
