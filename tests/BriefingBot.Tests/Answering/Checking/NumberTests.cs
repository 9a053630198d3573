using BriefingBot.Answering.Checking;
using static BriefingBot.Tests.Answering.Checking.Verdict;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1,200", "1200")]
    [InlineData("1,200", "twelve hundred")]
    [InlineData("1,200", "one thousand two hundred")]
    [InlineData("14 million", "14m")]
    [InlineData("14 million", "14,000,000")]
    [InlineData("fourteen million", "14 million")]
    [InlineData("half a million", "500,000")]
    [InlineData("twenty-seven", "27")]
    public void A_number_may_be_written_in_another_way(string passage, string sentence) =>
        Supported($"The harbour of Tarvik handled {passage} crates of herring.", $"In Tarvik the harbour handled {sentence} crates of herring.");

    [Theory]
    [InlineData("18 per cent", "18%")]
    [InlineData("18 percent", "18 per cent")]
    [InlineData("$3.4 billion", "3.4 billion dollars")]
    [InlineData("£412 million", "412m pounds")]
    [InlineData("€1.9 million", "1.9 million euros")]
    public void Percentages_and_money_may_be_written_in_another_way(string passage, string sentence) =>
        Supported($"The herring fund of Tarvik lost {passage} over the winter.", $"Over the winter the herring fund of Tarvik lost {sentence}.");

    [Fact]
    public void Nine_in_ten_are_ninety_percent() =>
        Supported("Nine in ten fishermen in Tarvik own a boat.", "In Tarvik 90% of fishermen own a boat.");

    [Fact]
    public void An_ordinal_may_be_written_in_digits() =>
        Supported("Solheim won the eleventh stage of the race.", "Solheim won the 11th stage of the race.");

    [Fact]
    public void A_number_that_is_not_there_is_named_in_the_reason() =>
        Assert.Equal("the number 15 million is not in the cited passages", On("The tunnel cost 14 million crowns.", "The tunnel cost 15 million crowns.").Reason.Replace(" crowns", "", StringComparison.Ordinal));

    [Fact]
    public void Dollars_are_not_euros() =>
        Refused(ObjectionKind.Number, "The bridge cost €1.9 million.", "The bridge cost $1.9 million.");

    [Fact]
    public void A_percentage_is_no_count() =>
        Refused(ObjectionKind.Number, "In Tarvik 40 boats sank.", "In Tarvik 40 percent of boats sank.");

    [Fact]
    public void A_number_may_not_be_given_to_another_thing() =>
        Refused(ObjectionKind.Number, "The fire destroyed 27 houses in Tarvik and forced 3,200 people to flee.", "The fire destroyed 3,200 houses in Tarvik.");

    [Fact]
    public void Days_are_not_years() =>
        Refused(ObjectionKind.Number, "The ferry left Tarvik four days late and is built to last eight years.", "The ferry is built to last four years.");
}
