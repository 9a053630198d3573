namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that change.</summary>
internal static class CorrectedNews
{
    public const string Windmill = """
        ---
        title: Eastholm votes for a windmill
        source: Island Herald
        published: 2021-05-02
        ---

        The council of Eastholm has voted for a windmill. The windmill of Eastholm will cost 3 million crowns, the council said.
        """;

    /// <summary>The ferry's article with another timetable.</summary>
    public static string Ferry(string often) => $"""
        ---
        id: ferry-timetable
        title: Ferry to Eastholm runs twice a day
        source: Coast Courier
        published: 2021-04-10
        ---

        The ferry Solveig will sail to Eastholm {often} from the first of May. Tickets cost 12 crowns, the ferry company said.
        """;
}
