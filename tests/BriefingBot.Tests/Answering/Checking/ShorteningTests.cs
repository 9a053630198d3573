using BriefingBot.Answering.Checking;

namespace BriefingBot.Tests.Answering.Checking;

/// <summary>One passage, and what may be made of it.</summary>
public sealed class ShorteningTests
{
    private const string Passage =
        "The council of Harl, which met on Monday despite the storm, voted 9 to 4 to close the pool, and its head, Ann Ode, said that she would look for a buyer. "
        + "Some swimmers protested in the gallery, and the swimming club could go to court before the summer. Councillor Rolf Mind had not voted. "
        + "He called the decision a mistake. The electoral office of the province confirmed the result. Repairs would cost 40,000 crowns in May or 55,000 crowns in June.";

    private const string Tower =
        "Lena Brandt, who tipped off a reporter, said that she would do it again. The work cost 5 million crowns over three years, about a third more than planned, according to the regulator. "
        + "An official conceded that the tower is to be rebuilt. The shop, its owner alleges, was sold without notice. Mr Fry said that he had asked her to stay. "
        + "The harbour board met in private. Its spokeswoman, Ida Torn, read out its report. The fishermen of Harl welcomed the 40-page report. \"It was late,\" said Otto Fry, a baker.";

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

    [Theory]
    [InlineData("Lena Brandt said that she would do it again.")]
    [InlineData("The tower is to be rebuilt, an official conceded.")]
    [InlineData("According to the regulator the work cost 5 million crowns over three years.")]
    [InlineData("The spokeswoman of the harbour board, Ida Torn, read out its report.")]
    [InlineData("The fishermen of Harl welcomed the 40-page report.")]
    [InlineData("The shop, its owner alleges, was sold without notice.")]
    public void Clauses_may_change_places_and_offices_be_told_of_what(string sentence) => Assert.Equal("", OnTower(sentence).Reason);

    [Theory]
    [InlineData("Lena Brandt, who was tipped off by a reporter, said that she would do it again.", ObjectionKind.Wording)]
    [InlineData("Lena Brandt said that she would not do it again.", ObjectionKind.Wording)]
    [InlineData("The work cost 5 million crowns a year over three years.", ObjectionKind.Number)]
    [InlineData("The work cost about two thirds more than planned.", ObjectionKind.Number)]
    [InlineData("The work cost 5 million crowns over three years, according to Ida Torn.", ObjectionKind.Role)]
    [InlineData("Otto Fry conceded that the tower is to be rebuilt.", ObjectionKind.Name)]
    [InlineData("The harbour board of Harl welcomed the 40-page report.", ObjectionKind.Name)]
    [InlineData("An official conceded that the tower has been rebuilt.", ObjectionKind.Certainty)]
    [InlineData("The shop was sold without notice.", ObjectionKind.Wording)]
    [InlineData("Mr Fry said that she had asked him to stay.", ObjectionKind.Wording)]
    [InlineData("\"It was late,\" said the spokeswoman, Ida Torn.", ObjectionKind.Quotation)]
    public void A_small_word_may_not_make_it_another_statement(string sentence, ObjectionKind kind) =>
        Assert.Contains(OnTower(sentence).Objections, o => o.Kind == kind);

    [Fact]
    public void A_name_may_be_taken_from_the_headline() =>
        Assert.Equal("", ShorteningChecker.Judge("The ferry Santa Irena sank on Sunday.", [new CitedText("The ferry sank on Sunday off the coast.", "Two rescued from the Santa Irena")]).Reason);

    [Fact]
    public void Two_passages_sentences_may_be_joined() => Assert.Equal("", ShorteningChecker.Judge(
        "The council of Harl voted 9 to 4 to close the pool, and the mayor said that she regretted it.",
        [new CitedText(Passage), new CitedText("The mayor said on Tuesday that she regretted it.")]).Reason);

    private static SupportVerdict OnTower(string sentence) => ShorteningChecker.Judge(sentence, [new CitedText(Tower, "", "Harl Post", new DateOnly(2026, 3, 12))]);

    private static SupportVerdict On(string sentence) => ShorteningChecker.Judge(sentence, [new CitedText(Passage, "", "Harl Post", new DateOnly(2026, 3, 12))]);
}
