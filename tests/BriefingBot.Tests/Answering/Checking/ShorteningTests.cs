using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>One passage, and what may be made of it.</summary>
public sealed class ShorteningTests
{
    private const string Passage =
        "The council of Harl, which met on Monday despite the storm, voted 9 to 4 to close the pool, and its head, Ann Ode, said that she would look for a buyer. "
        + "Some swimmers protested in the gallery, and the swimming club could go to court before the summer. Councillor Rolf Mind had not voted. "
        + "He called the decision a mistake. The electoral office of the province confirmed the result. Repairs would cost 40,000 crowns in May or 55,000 crowns in June.";

    [Theory]
    [InlineData("The council of Harl voted 9 to 4 to close the pool.")]
    [InlineData("The council of Harl voted 9 to 4 to close the pool, and its head, Ann Ode, said that she would look for a buyer.")]
    [InlineData("Some swimmers protested in the gallery.")]
    [InlineData("Rolf Mind called the decision a mistake.")]
    [InlineData("Councillor Rolf Mind had not voted, and called the decision a mistake.")]
    [InlineData("The swimming club could go to court.")]
    [InlineData("Repairs to the pool would cost 40,000 crowns in May or 55,000 crowns in June.")]
    public void A_sentence_may_be_shortened_and_say_who_or_what_is_meant(string sentence) => Assert.Equal("", On(sentence).Reason);

    [Theory]
    [InlineData("The council of Harl decided 9 to 4 to shut the pool.", ObjectionKind.Wording)]
    [InlineData("The council of Harl voted 9 to 4 to close the pool because of its debts.", ObjectionKind.Wording)]
    [InlineData("Ann Ode closed the council of Harl and voted for the pool.", ObjectionKind.Wording)]
    [InlineData("All swimmers protested in the gallery.", ObjectionKind.Wording)]
    [InlineData("Councillor Ann Ode had not voted.", ObjectionKind.Role)]
    [InlineData("The swimming club of the province confirmed the result.", ObjectionKind.Name)]
    [InlineData("Repairs would cost 55,000 crowns in May or 40,000 crowns in June.", ObjectionKind.Wording)]
    [InlineData("The swimming club will go to court before the summer.", ObjectionKind.Certainty)]
    [InlineData("Councillor Rolf Mind had voted.", ObjectionKind.Negation)]
    public void What_it_says_may_not_be_worded_ordered_or_filled_otherwise(string sentence, ObjectionKind kind) =>
        Assert.Contains(On(sentence).Objections, o => o.Kind == kind);

    [Fact]
    public void A_name_may_be_taken_from_the_headline() =>
        Assert.Equal("", ShorteningChecker.Judge("The ferry Santa Irena sank on Sunday.", [new CitedText("The ferry sank on Sunday off the coast.", "Two rescued from the Santa Irena")]).Reason);

    [Fact]
    public void Two_passages_sentences_may_be_joined() => Assert.Equal("", ShorteningChecker.Judge(
        "The council of Harl voted 9 to 4 to close the pool, and the mayor said that she regretted it.",
        [new CitedText(Passage), new CitedText("The mayor said on Tuesday that she regretted it.")]).Reason);

    private static SupportVerdict On(string sentence) => ShorteningChecker.Judge(sentence, [new CitedText(Passage, "", "Harl Post", new DateOnly(2026, 3, 12))]);
}
