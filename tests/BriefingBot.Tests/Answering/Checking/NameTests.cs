using BriefingBot.Answering.Checking;
using static BriefingBot.Tests.Answering.Checking.Verdict;

namespace BriefingBot.Tests.Answering.Checking;

public sealed class NameTests
{
    [Theory]
    [InlineData("Mayor Delia Marsh opened the tunnel.", "Marsh opened the tunnel.")]
    [InlineData("The African Union (AU) sent observers to Dura.", "The AU sent observers to Dura.")]
    [InlineData("The World Health Organization warned of cholera.", "The WHO warned of cholera.")]
    [InlineData("Naomi Chebet of Kenya broke the record.", "Kenyan runner Naomi Chebet broke the record.")]
    [InlineData("Dutch nurses returned to Dura.", "Nurses from the Netherlands returned to Dura.")]
    public void A_name_may_be_shortened_or_turned(string passage, string sentence) => Supported(passage, sentence);

    [Fact]
    public void The_headline_may_complete_a_name() =>
        Supported("Marsh opened the tunnel to Luneth.", "Delia Marsh opened the tunnel to Luneth.", title: "Mayor Delia Marsh opens tunnel");

    [Fact]
    public void The_article_around_may_explain_an_abbreviation() =>
        Supported("The AU sent observers to Dura.", "The African Union sent observers to Dura.", surroundings: "The African Union (AU) met on Monday.");

    [Fact]
    public void A_name_from_elsewhere_is_refused() =>
        Refused(ObjectionKind.Name, "Mayor Delia Marsh opened the tunnel.", "Mayor Carla Nunez opened the tunnel.");

    [Fact]
    public void A_name_that_opens_the_sentence_is_checked_too() =>
        Refused(ObjectionKind.Name, "Norway closed its border with Luneth.", "Denmark closed its border with Luneth.");

    [Fact]
    public void Two_people_may_not_become_one() =>
        Refused(ObjectionKind.Name, "Delia Marsh met Roy Pickett in Luneth.", "Roy Marsh was in Luneth.");

    [Theory]
    [InlineData("Kestrel Rovers beat Velmont Athletic in the final.", "Velmont Athletic beat Kestrel Rovers in the final.")]
    [InlineData("Ivo Lanz accused Samira Dal of lying about the truce.", "Samira Dal accused Ivo Lanz of lying about the truce.")]
    [InlineData("Palisade agreed to buy Quillon for cash.", "Quillon agreed to buy Palisade for cash.")]
    [InlineData("The jury convicted Gordon Pell; Stuart Vance testified.", "Stuart Vance was convicted by the jury, and Gordon Pell testified.")]
    public void Who_did_it_to_whom_may_not_be_turned_round(string passage, string sentence) =>
        Refused(ObjectionKind.Role, passage, sentence);

    [Fact]
    public void A_passive_may_tell_the_same() =>
        Supported("Ivo Lanz accused Samira Dal of lying about the truce.", "Samira Dal was accused by Ivo Lanz of lying about the truce.");

    [Fact]
    public void Facts_of_two_passages_that_share_nothing_may_not_be_merged()
    {
        CitedText[] cited = [new("Storm Nerys flooded 340 homes in Marlow."), new("In Brackton, 21,000 households were left without electricity.")];
        Assert.Contains(ParaphraseChecker.Judge("Storm Nerys flooded 340 homes in Brackton.", cited).Objections, o => o.Kind == ObjectionKind.Merge);
        Assert.True(ParaphraseChecker.Judge("Storm Nerys flooded 340 homes in Marlow, and in Brackton 21,000 households were left without electricity.", cited).IsSupported);
    }
}
