namespace BriefingBot.EndToEndTests.Service;

/// <summary>As many invented towns as needed, each with a bridge of its own price, so that every answer is known by its question.</summary>
internal static class Towns
{
    private static readonly string[] First = ["Bra", "Dor", "Fel", "Gris", "Hal", "Jor", "Kel", "Lun", "Mor", "Nes", "Ost", "Pel", "Ras", "Sel", "Tor"];
    private static readonly string[] Second = ["bek", "dal", "fjord", "gard", "holt", "kirk", "lund", "mark", "nes", "rup", "stad", "torp", "vik", "wick"];

    public static int Most => First.Length * Second.Length;

    public static string Name(int town) => First[town % First.Length] + Second[town / First.Length];

    public static string Question(int town) => $"What did the new bridge of {Name(town)} cost?";

    /// <summary>What only the right answer holds.</summary>
    public static string Answer(int town) => $"cost {town + 1001} crowns";

    public static string Article(int town) => $"""
        ---
        id: bridge-{town}
        title: {Name(town)} opens its new bridge
        source: Bridge Courier
        published: 2021-{town % 12 + 1:00}-{town % 28 + 1:00}
        ---

        The new bridge of {Name(town)} {Answer(town)}, the council of {Name(town)} said at the opening.
        """;
}
