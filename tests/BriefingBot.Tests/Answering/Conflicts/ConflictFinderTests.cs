using BriefingBot.Answering.Checking;
using BriefingBot.Answering.Conflicts;

namespace BriefingBot.Tests.Answering.Conflicts;

public sealed class ConflictFinderTests
{
    [Fact]
    public void Different_tolls_of_one_disaster_are_a_conflict()
    {
        var conflict = Assert.Single(Find("The ferry fire at Tarvik killed 12 people on Monday.", "A fire on the Tarvik ferry on Monday killed 15 people."));
        Assert.Equal((ConflictKind.Number, "12", "15"), (conflict.Kind, conflict.FirstValue, conflict.SecondValue));
        Assert.Equal((0, 1), (conflict.First, conflict.Second));
    }

    [Fact]
    public void Different_days_of_one_event_are_a_conflict() =>
        Assert.Equal(ConflictKind.Date, Assert.Single(Find("The Tarvik tunnel will open on 3 May.", "The Tarvik tunnel will open on 10 May.")).Kind);

    [Fact]
    public void Opposite_outcomes_for_one_side_are_a_conflict() =>
        Assert.Equal(ConflictKind.Outcome, Assert.Single(Find("Kestrel Rovers won the cup final in Tarvik.", "Kestrel Rovers lost the cup final in Tarvik.")).Kind);

    [Theory]
    [InlineData("The ferry fire at Tarvik killed 12 people.", "The ferry fire at Tarvik killed twelve people.")]
    [InlineData("The ferry fire at Tarvik killed 12 people.", "The ferry fire at Tarvik injured 30 people.")]
    [InlineData("The ferry fire at Tarvik killed at least 12 people.", "The ferry fire at Tarvik killed 15 people.")]
    [InlineData("The tunnel at Tarvik cost about 14 million crowns.", "The tunnel at Tarvik cost 14.2 million crowns.")]
    [InlineData("The fire at Tarvik killed 12 people.", "The flood at Luneth killed 15 people.")]
    [InlineData("Kestrel Rovers won the cup final in Tarvik.", "Velmont lost the cup final in Tarvik.")]
    [InlineData("The Tarvik tunnel will open on 3 May.", "The Tarvik tunnel will open in May.")]
    [InlineData("The Tarvik tunnel may open on 3 May.", "Work on the Tarvik bridge began on 10 April.")]
    public void Statements_that_can_both_be_true_are_no_conflict(string first, string second) => Assert.Empty(Find(first, second));

    [Fact]
    public void One_outlet_does_not_contradict_itself() =>
        Assert.Empty(ConflictFinder.Find([At("Post", 12, "The ferry fire at Tarvik killed 12 people."), At("Post", 12, "The ferry fire at Tarvik killed 15 people.")]));

    [Fact]
    public void A_later_count_is_no_conflict() =>
        Assert.Empty(ConflictFinder.Find([At("Post", 9, "The ferry fire at Tarvik killed 12 people."), At("Echo", 12, "The ferry fire at Tarvik killed 15 people.")]));

    private static IReadOnlyList<Conflict> Find(string first, string second) => ConflictFinder.Find([At("Post", 12, first), At("Echo", 12, second)]);

    private static CitedText At(string source, int day, string text) => new(text, "", source, new DateOnly(2026, 3, day));
}
