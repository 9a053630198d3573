using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Passages;
using BriefingBot.Retrieval;

namespace BriefingBot.Tests.Answering;

public sealed class CorroborationTests
{
    [Theory]
    [InlineData("one outlet twice", 1, "1:A", "2:A")]
    [InlineData("two outlets", 2, "1:A", "2:B")]
    [InlineData("near-copies in two outlets", 1, "1:A", "1:B")]
    [InlineData("linked through a copy and an outlet", 1, "1:A", "1:B", "2:B")]
    [InlineData("two voices, one of them twice", 2, "1:A", "1:B", "3:C")]
    [InlineData("unknown outlets are told apart", 2, "1:", "2:")]
    public void Independent_sources_are_counted(string reason, int expected, params string[] voices) =>
        Assert.True(expected == Corroboration.IndependentSources(voices.Select(Voice)), reason);

    [Fact]
    public void Two_things_that_one_person_said_do_not_support_each_other() =>
        Assert.False(Supports("“We are not asking for the moon,” said union leader Pilar Ondal.", "'It is a fair result and nobody lost face,' union leader Pilar Ondal said."));

    [Fact]
    public void A_quotation_shortened_by_a_word_or_two_is_still_the_same() => Assert.True(Supports(
        "“We asked for a wage that keeps up with the price of bread,” union leader Pilar Ondal said.",
        "Union leader Pilar Ondal said they had asked for a \"wage that keeps up with bread\"."));

    private static bool Supports(string claim, string evidence) => Support.Holds(claim, Stems(claim), evidence, Stems(evidence));

    private static HashSet<string> Stems(string text) => EnglishTerms.Of(text).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    private static Evidence Voice(string voice, int number)
    {
        var (group, outlet) = (long.Parse(voice.Split(':')[0], null), voice.Split(':')[1]);
        var stored = new StoredArticle(number, NewsDesk.Article($"a{number}", "T", "2024-03-01", outlet, "Text."), NewsDesk.Now, group);
        return new Evidence(new RetrievedArticle(stored, 1, [], new HashSet<string>(), new HashSet<string>(), []), new TextSpan(0, 5), new HashSet<string>());
    }
}
