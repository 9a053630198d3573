using BriefingBot.Answering;
using BriefingBot.Articles;
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

    private static Evidence Voice(string voice, int number)
    {
        var (group, outlet) = (long.Parse(voice.Split(':')[0], null), voice.Split(':')[1]);
        var stored = new StoredArticle(number, NewsDesk.Article($"a{number}", "T", "2024-03-01", outlet, "Text."), NewsDesk.Now, group);
        return new Evidence(new RetrievedArticle(stored, 1, [], new HashSet<string>(), new HashSet<string>(), []), new TextSpan(0, 5), new HashSet<string>());
    }
}
