using BriefingBot.Articles;
using BriefingBot.Quotes;

namespace BriefingBot.Tests.Quotes;

public sealed class SpeakerMatchTests
{
    [Theory]
    [InlineData("Mark Esper", "US Secretary of Defence", "Esper", true)]
    [InlineData("Mark Esper", "US Secretary of Defence", "mark esper", true)]
    [InlineData("Mark Esper", "US Secretary of Defence", "Mr Esper", true)]
    [InlineData("Mark Esper", "US Secretary of Defence", "defence secretary", true)]
    [InlineData("Mark Esper", "US Secretary of Defence", "Secretary Esper", true)]
    [InlineData("Mark Esper", "US Secretary of Defence", "Esp", false)]
    [InlineData("Mark Esper", "US Secretary of Defence", "Donald Esper", false)]
    [InlineData("The Pentagon", null, "pentagon", true)]
    [InlineData("a western diplomat in Algeria", null, "diplomat", true)]
    [InlineData("Algeria's presidency", null, "Algeria’s presidency", true)]
    [InlineData("Recep Tayyip Erdoğan", null, "Erdogan", true)]
    [InlineData("J.K. Rowling", null, "JK Rowling", true)]
    [InlineData("Mark Esper", null, "the", false)]
    [InlineData("Mark Esper", null, " \ud83d ", false)]
    [InlineData(null, null, "Esper", false)]
    public void A_speaker_is_found_by_name_or_role(string? speaker, string? role, string asked, bool matches)
    {
        var quotation = new Quotation(new TextSpan(0, 1), "x", speaker, role, true, new TextSpan(0, 1));

        Assert.Equal(matches, SpeakerMatch.Matches(quotation, asked));
    }
}
