using BriefingBot.Indexing;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Indexing;

public sealed class CopyGroupsTests
{
    private const string Wire = """
        The operator of the Brannock ferry said on Tuesday that all sailings would stop until at least the end of the month after divers found a crack in the hull of its newest vessel.

        The crack, about 40 centimetres long, was discovered during a routine inspection at the Brannock yard on Sunday night. Nobody was hurt and no water had entered the passenger deck, the company said.

        "We will not sail until every weld has been looked at," chief executive Marta Lindqvist told reporters at the terminal. "People on the islands depend on us and they are entitled to a straight answer."

        Some 2,300 people live on the three islands served by the line, and most of their food and fuel arrives by ferry. The regional government said it had hired two cargo boats to bring in supplies from Thursday.

        Islanders have complained about the line for years. A petition with 1,100 signatures was handed to the transport ministry in March, asking for a second company to be allowed on the route.

        The transport minister, Owen Petrie, said the ministry would publish the inspection report in full. He declined to say whether the licence, which runs until 2026, could be withdrawn.

        The vessel entered service in May last year and cost 31 million crowns. Its builder said it was sending engineers to the island and would comment once they had seen the damage.
        """;

    /// <summary>The same story under another desk's lead, with small edits and without its last two paragraphs.</summary>
    private const string Reprint = """
        Island communities face weeks without a ferry after a crack was found in the hull of the newest boat on the Brannock line.

        The crack, about 40 centimetres long, was discovered during a routine inspection at the Brannock yard on Sunday night. Nobody was hurt and no water had entered the passenger deck, the operator said.

        “We will not sail until every weld has been looked at,” chief executive Marta Lindqvist told reporters at the terminal. “People on the islands depend on us and they are entitled to a straight answer.”

        Some 2,300 people live on the three islands served by the line, and most of their food and fuel arrives by ferry. The regional government said it had hired two cargo boats to bring in supplies from Thursday.

        Islanders have complained about the line for years. A petition with 1,100 signatures was handed to the transport ministry in March, asking for a second company to be allowed on the route.
        """;

    /// <summary>Another reporter at the same press conference.</summary>
    private const string Rival = """
        Shelves in the only supermarket on Great Brannock were half empty by noon yesterday, hours after the ferry company told its 2,300 customers that there would be no boat this month.

        "We will not sail until every weld has been looked at," Marta Lindqvist, who runs the line, told a crowded room at the harbour. She apologised twice and took questions for an hour.

        At issue is a crack of 40 centimetres below the waterline of a ship that is barely a year old. Divers spotted it on Sunday while checking the propellers, according to two people who work at the yard.

        Jonas Reid, who keeps sheep on the smallest of the islands, said he had stopped being angry. "You learn to keep a month of feed in the barn," he said. "My father did the same before there was any ferry at all."

        Two cargo boats hired by the regional government are due on Thursday. They can carry food, diesel and post, but no passengers, so patients with appointments on the mainland will be flown out by the coastguard.

        Opposition members of the assembly called for the licence to be put out to tender at once rather than in 2026.
        """;

    [Fact]
    public void A_wire_story_with_a_new_lead_and_a_cut_tail_is_a_copy() => Assert.True(AreCopies(Wire, Reprint));

    [Fact]
    public void The_first_half_of_a_wire_story_is_a_copy() => Assert.True(AreCopies(Wire, Wire[..(Wire.Length / 2)]));

    [Fact]
    public void Two_articles_on_one_event_that_share_a_quote_are_not() => Assert.False(AreCopies(Wire, Rival));

    [Fact]
    public void A_long_article_that_quotes_a_short_one_whole_is_not_a_copy_of_it() =>
        Assert.False(AreCopies(Reprint, Reprint + " " + NewsText.Story(seed: 3, words: 1000)));

    [Fact]
    public void Reports_from_a_template_with_other_figures_are_not_copies()
    {
        Assert.False(AreCopies(Weather(14, 22, 30, 9, 55), Weather(17, 25, 10, 15, 70)));
        Assert.False(AreCopies(Draw([3, 17, 22, 40, 41], 210), Draw([5, 9, 31, 36, 44], 235)));
        Assert.False(AreCopies(Market("rose", "0.4", "7,412.30", "12"), Market("rose", "1.1", "7,493.85", "31")));
    }

    [Fact]
    public void The_same_report_printed_twice_is_a_copy() => Assert.True(AreCopies(Weather(14, 22, 30, 9, 55), Weather(14, 22, 30, 9, 55).ToUpperInvariant()));

    [Fact]
    public void Very_short_texts_are_copies_only_when_identical()
    {
        Assert.True(AreCopies("Watch live: the launch of the new lander.", "WATCH LIVE: the launch of the new lander"));
        Assert.False(AreCopies("Watch live: the launch of the new lander.", "Watch live: the launch of the old lander."));
        Assert.False(AreCopies("", ""));
    }

    [Fact]
    public void Groups_are_numbered_by_their_smallest_key_and_do_not_depend_on_what_else_there_is()
    {
        var groups = Group((7, Wire), (8, Rival), (9, Reprint), (12, "Watch live"), (13, "Watch live"), (14, ""), (15, ""));

        Assert.Equal(new Dictionary<long, long> { [7] = 7, [8] = 8, [9] = 7, [12] = 12, [13] = 12, [14] = 14, [15] = 15 }, groups);
        Assert.Equal(new Dictionary<long, long> { [9] = 9, [8] = 8 }, Group((8, Rival), (9, Reprint)));
    }

    [Fact]
    public void On_made_up_news_nearly_all_copies_are_found_and_nothing_else_is_grouped()
    {
        // 300 stories of 40 to 900 words; of each a light edit, a cut one and one with both.
        var texts = Enumerable.Range(0, 300).SelectMany(seed =>
        {
            var story = NewsText.Story(seed, 40 + (seed * 131 % 860));
            return new[]
            {
                story,
                NewsText.Edit(story, 0.03, seed + 10_000),
                NewsText.Cut(story, 0.5),
                NewsText.Edit(NewsText.Cut(story, 0.7), 0.02, seed + 20_000),
            };
        });

        var groups = Group([.. texts.Select((text, i) => ((long)i, text))]);

        var found = groups.Count(g => g.Key % 4 != 0 && g.Value == g.Key / 4 * 4);
        var wrong = groups.Count(g => g.Value / 4 != g.Key / 4);
        Assert.Equal(0, wrong);
        Assert.InRange(found / 900.0, 0.98, 1);
    }

    [Fact]
    public void Thousands_of_reports_from_one_template_are_not_compared_each_with_each()
    {
        // Half a minute if they were: 8 million pairs in most of the 42 bands.
        var random = new Random(1);
        var texts = Enumerable.Range(0, 4000).Select(i => ((long)i, Weather(random.Next(40), random.Next(100), random.Next(100), random.Next(90), random.Next(100)))).ToArray();

        var groups = Group(texts);

        Assert.True(groups.Values.Distinct().Count() > 3900);
    }

    private static string Weather(int low, int high, int chance, int wind, int humidity) => $"""
        Good morning from the weather desk. Today in the harbour district expect a low of {low} and a high of {high} degrees
        with a {chance} percent chance of rain. Winds from the north-west at {wind} kilometres an hour, humidity {humidity} percent.
        Remember to check the tide tables before setting out. The next bulletin follows at noon.
        """;

    private static string Draw(int[] numbers, int jackpot) => $"""
        The winning numbers in Saturday evening's drawing of the Coastal Lottery were {string.Join(", ", numbers)}.
        The estimated jackpot is {jackpot} million crowns. To win it, players must match all five numbers. Tickets are sold in
        all regions until one hour before the drawing, and prizes must be claimed within a year. Play responsibly.
        """;

    private static string Market(string verb, string percent, string close, string issues) => $"""
        The main index {verb} {percent} percent to close at {close}, with {issues} of its 40 members ahead.
        Banks led the gainers while utilities lagged, traders said. Volume was in line with the average of the past month.
        """;

    private static bool AreCopies(string a, string b) => Group((1, a), (2, b))[2] == 1;

    private static IReadOnlyDictionary<long, long> Group(params (long Key, string Body)[] texts) => CopyGroups.Find(
        [.. texts.Select(t => KeyValuePair.Create(t.Key, CopySignature.Of(Sample.Article("a", t.Body))))], CancellationToken.None);
}
