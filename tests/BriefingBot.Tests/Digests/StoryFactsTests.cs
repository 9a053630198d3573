using BriefingBot.Digests;

namespace BriefingBot.Tests.Digests;

public sealed class StoryFactsTests
{
    [Theory]
    [InlineData("The fire grew to 2,600 hectares overnight.", "2600")]
    [InlineData("The price is 2.4 billion euros in cash.", "2.4b")]
    [InlineData("At least nine people died.", "9")]
    [InlineData("Prices rose by 3.5 percent.", "3.5")]
    [InlineData("It happened on 5 March 2024 at 12:30 and again at 2 p.m.", "")]
    [InlineData("On March 5, the 21st time since 1998.", "")]
    public void Figures_are_read_but_not_dates_and_times(string text, string figures) =>
        Assert.Equal(figures.Split(' ', StringSplitOptions.RemoveEmptyEntries), StoryFacts.FiguresIn(text).Select(f => f.Value));

    [Fact]
    public void A_figure_is_shown_with_what_it_counts() =>
        Assert.Equal(["2,600 hectares", "nine people"], StoryFacts.FiguresIn("It burnt 2,600 hectares and killed nine people.").Select(f => f.Wording));

    [Fact]
    public void Full_names_are_read_without_the_office() =>
        Assert.Equal(["Ines Paredes", "Green Bloc"], StoryFacts.FullNamesIn("Governor Ines Paredes met the Green Bloc on Tuesday in Quisla."));
}
