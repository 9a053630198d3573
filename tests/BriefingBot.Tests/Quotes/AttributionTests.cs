using BriefingBot.Quotes;

namespace BriefingBot.Tests.Quotes;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("\"We will fly further than before,\" Ted Christie said.", "Ted Christie", null)]
    [InlineData("\"We will fly further than before,\" said Ted Christie.", "Ted Christie", null)]
    [InlineData("\"We will fly further than before,\" said Spirit CEO Ted Christie.", "Ted Christie", "Spirit CEO")]
    [InlineData("\"We will fly further than before,\" said Ted Christie, Spirit's chief executive.", "Ted Christie", "Spirit's chief executive")]
    [InlineData("\"We will fly further than before,\" Ted Christie, Spirit's chief executive, said.", "Ted Christie", "Spirit's chief executive")]
    [InlineData("\"We will fly further than before,\" said Ted Christie, Spirit's chief executive, in a statement on Monday.", "Ted Christie", "Spirit's chief executive")]
    [InlineData("\"We will fly further than before,\" Ted Christie, 51, told Reuters.", "Ted Christie", null)]
    [InlineData("\"We will fly further than before,\" Ted Christie, who has led Spirit since 2019, added.", "Ted Christie", null)]
    [InlineData("\"We will fly further than before,\" US Secretary of Defence Mark Esper said.", "Mark Esper", "US Secretary of Defence")]
    [InlineData("\"We will fly further than before,\" Secretary of State Blinken said.", "Blinken", "Secretary of State")]
    [InlineData("\"We will fly further than before,\" Secretary of State Antony J. Blinken said.", "Antony J. Blinken", "Secretary of State")]
    [InlineData("\"We will fly further than before,\" Mayor of London Sadiq Khan said.", "Sadiq Khan", "Mayor of London")]
    [InlineData("\"We will fly further than before,\" Sen. Joe Manchin said.", "Joe Manchin", "Sen.")]
    [InlineData("\"We will fly further than before,\" Rep. Liz Cheney, R-Wyo., said.", "Liz Cheney", "Rep.")]
    [InlineData("\"We will fly further than before,\" House Speaker Nancy Pelosi, D-Calif., said in a statement.", "Nancy Pelosi", "House Speaker")]
    [InlineData("\"We will fly further than before,\" Mr Tebboune said.", "Mr Tebboune", null)]
    [InlineData("\"We will fly further than before,\" the company's chief economist, Jane Doe, said.", "Jane Doe", "the company's chief economist")]
    [InlineData("\"We will fly further than before,\" WHO Director-General Tedros Adhanom Ghebreyesus said.", "Tedros Adhanom Ghebreyesus", "WHO Director-General")]
    [InlineData("\"We will fly further than before,\" analyst Jane Doe wrote in a report.", "Jane Doe", "analyst")]
    [InlineData("\"We will fly further than before,\" Ursula von der Leyen said.", "Ursula von der Leyen", null)]
    [InlineData("\"We will fly further than before,\" del Rio said.", "del Rio", null)]
    [InlineData("\"We will fly further than before,\" Smith and Jones said.", "Smith and Jones", null)]
    [InlineData("\"We will fly further than before,\" the Pentagon said.", "the Pentagon", null)]
    [InlineData("\"We will fly further than before,\" US officials said.", "US officials", null)]
    [InlineData("\"We will fly further than before,\" police said.", "police", null)]
    [InlineData("\"We will fly further than before,\" Algeria's presidency said.", "Algeria's presidency", null)]
    [InlineData("\"We will fly further than before,\" General Motors said.", "General Motors", null)]
    [InlineData("\"We will fly further than before,\" said the American Civil Liberties Union in a statement.", "the American Civil Liberties Union", null)]
    [InlineData("\"We will fly further than before,\" a western diplomat in Algeria told Reuters.", "a western diplomat in Algeria", null)]
    [InlineData("\"We will fly further than before,\" said a western diplomat in Algeria on Thursday.", "a western diplomat in Algeria", null)]
    [InlineData("\"We will fly further than before,\" a spokesman for Boeing said.", "a spokesman for Boeing", null)]
    [InlineData("\"We will fly further than before,\" said a spokesman, who declined to be named.", "a spokesman", null)]
    [InlineData("\"We will fly further than before,\" a lawyer representing Elon Musk said.", "a lawyer representing Elon Musk", null)]
    [InlineData("\"We will fly further than before,\" according to Ted Christie.", "Ted Christie", null)]
    [InlineData("\"Will we fly further than before?\" Ted Christie asked.", "Ted Christie", null)]
    [InlineData("\"Will we fly further than before?\" asked Ted Christie.", "Ted Christie", null)]
    [InlineData("Ted Christie said: \"We will fly further than before.\"", "Ted Christie", null)]
    [InlineData("Ted Christie said, \"We will fly further than before.\"", "Ted Christie", null)]
    [InlineData("Ted Christie told Reuters: \"We will fly further than before.\"", "Ted Christie", null)]
    [InlineData("Ted Christie, Spirit's chief executive, said: \"We will fly further than before.\"", "Ted Christie", "Spirit's chief executive")]
    [InlineData("In a statement on Monday, Spirit CEO Ted Christie said: \"We will fly further than before.\"", "Ted Christie", "Spirit CEO")]
    [InlineData("But Ted Christie later wrote on Twitter: \"We will fly further than before.\"", "Ted Christie", null)]
    [InlineData("According to Ted Christie, \"we will fly further than before\".", "Ted Christie", null)]
    [InlineData("Ted Christie rejected the claim, saying \"we will fly further than before.\"", "Ted Christie", null)]
    [InlineData("Analyst Jane Doe rejected the claim and said \"we will fly further than before.\"", "Jane Doe", "Analyst")]
    [InlineData("The plan was \"a complete disaster for us all\" and would be dropped, Ted Christie said on Friday.", "Ted Christie", null)]
    [InlineData("Ted Christie said that the plan was \"a complete disaster for us all\".", "Ted Christie", null)]
    [InlineData("Ted Christie called the plan \"a complete disaster for us all\".", "Ted Christie", null)]
    public void The_speaker_and_the_role_are_read_from_the_words_around(string text, string speaker, string? role)
    {
        var quotation = Assert.Single(QuotationReader.Read(ArticleOf.Paragraphs(text)));

        Assert.Equal(speaker, quotation.Speaker);
        Assert.Equal(role, quotation.Role);
        Assert.True(quotation.Direct);
        Assert.Equal(text, quotation.Context.Of(text));
    }

    [Theory]
    [InlineData("\"We will fly further than before.\" The flight left at noon.")]
    [InlineData("\"We will fly further than before,\" it says on the wall.")]
    [InlineData("Ted Christie was told \"you will fly further than before\".")]
    [InlineData("The sign, \"you will fly further than before\", fell down.")]
    [InlineData("\"We will fly further than before,\" he said.")]
    [InlineData("Jane Doe withdrew her remarks that \"we will fly further than before\".")]
    public void Nobody_is_named_where_the_text_does_not_say(string text)
    {
        var quotation = Assert.Single(QuotationReader.Read(ArticleOf.Paragraphs(text)));

        Assert.Null(quotation.Speaker);
        Assert.Null(quotation.Role);
    }

    [Theory]
    [InlineData("US Secretary of Defence Mark Esper made a visit. He was late.\n\n\"We had a very good talk,\" Mr Esper said.", "Mark Esper", "US Secretary of Defence")]
    [InlineData("US Secretary of Defence Mark Esper made a visit.\n\n\"We had a very good talk,\" he said.", "Mark Esper", "US Secretary of Defence")]
    [InlineData("Mark Esper, the US defence secretary, made a visit.\n\n\"We had a very good talk,\" Esper said.", "Mark Esper", "the US defence secretary")]
    [InlineData("[Caption] US Secretary of Defence Mark Esper in Tunis.\n\n\"We had a very good talk,\" Esper said.", "Mark Esper", "US Secretary of Defence")]
    [InlineData("\"It was a long day for us,\" said analyst Jane Doe.\n\nShares fell.\n\n\"We had a very good talk,\" she added.", "Jane Doe", "analyst")]
    [InlineData("Mark Esper met analyst Jane Doe.\n\n\"We had a very good talk,\" she said.", "Jane Doe", "analyst")]
    [InlineData("Ferdinand Marcos Jr. won.\n\n\"We had a very good talk,\" Marcos said.", "Ferdinand Marcos Jr.", null)]
    [InlineData("The Pentagon said Mark Esper was in favour.\n\n\"We had a very good talk,\" it said.", "The Pentagon", null)]
    [InlineData("\"It was a long day for us,\" one official said.\n\n\"We had a very good talk,\" they added.", "one official", null)]
    [InlineData("Boris Johnson resigned. Boris Johnson then left. His father, Stanley Johnson, stayed.\n\n\"We had a very good talk,\" Johnson said.", "Boris Johnson", null)]
    public void Last_names_and_pronouns_stand_for_who_was_named_before(string text, string speaker, string? role)
    {
        var quotation = QuotationReader.Read(ArticleOf.Paragraphs(text))[^1];

        Assert.Equal("We had a very good talk", quotation.Text);
        Assert.Equal((speaker, role), (quotation.Speaker, quotation.Role));
    }

    [Theory]
    [InlineData("Later, Mark Esper and Joe Biden met.\n\n\"We had a very good talk,\" he said.", "Mark Esper")]
    [InlineData("In the evening, after a long day in Algiers, Mark Esper and Joe Biden met.\n\n\"We had a very good talk,\" he said.", null)]
    [InlineData("Analyst Jane Doe left.\n\n\"We had a very good talk,\" he said.", null)]
    [InlineData("North Africa is large.\n\n\"We had a very good talk,\" he said.", null)]
    [InlineData("Mark Esper left.\n\n[Subheading] Weather\n\n\"We had a very good talk,\" he said.", null)]
    public void A_pronoun_that_may_mean_two_people_or_none_stays_open(string text, string? speaker) =>
        Assert.Equal(speaker, QuotationReader.Read(ArticleOf.Paragraphs(text))[^1].Speaker);
}
