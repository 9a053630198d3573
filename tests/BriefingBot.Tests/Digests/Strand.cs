using BriefingBot.Articles;

namespace BriefingBot.Tests.Digests;

/// <summary>Two days of invented news from the strait of Strand.</summary>
internal static class Strand
{
    public static readonly DateOnly Monday = new(2024, 3, 18);
    public static readonly DateOnly Tuesday = new(2024, 3, 19);

    public static Article Bridge { get; } = NewsDesk.Article("bridge", "Cargo ship hits Strand bridge", "2024-03-18", "Coast Ledger",
        "The cargo ship Marie Belle hit a pillar of the Strand bridge in fog on Monday, and the road over the sound was closed. Nobody was hurt, the harbour office said.",
        "Some 18,000 cars use the bridge each day. Engineers are looking for cracks in the pillar.");

    public static Article BridgeElsewhere { get; } = NewsDesk.Article("bridge-2", "Strand bridge closed after ship strikes pillar", "2024-03-18", "Luneth Post",
        "The road over the Strand bridge was closed on Monday after the cargo ship Marie Belle struck a pillar in fog.",
        "The harbour office said that nobody was hurt. Police tested the ship's master, who was sober.");

    public static Article BridgeReprint { get; } = NewsDesk.Article("bridge-reprint", "Ship hits bridge", "2024-03-18", "Island Echo",
        "The cargo ship Marie Belle hit a pillar of the Strand bridge in fog on Monday, and the road over the sound was closed. Nobody was hurt, the harbour office said.",
        "Some 18,000 cars use the bridge each day. Engineers are looking for cracks in the pillar.");

    public static Article BridgeNextDay { get; } = NewsDesk.Article("bridge-3", "Strand bridge to stay closed for six weeks", "2024-03-19", "Coast Ledger",
        "The Strand bridge, hit by the cargo ship Marie Belle on Monday, will stay closed for six weeks after divers found a crack in its pillar, the harbour office said.",
        "A ferry will carry cars over the sound from Friday.");

    public static Article BridgeAgain { get; } = NewsDesk.Article("bridge-4", "Cargo ship hits Strand bridge in fog", "2024-03-19", "Coast Ledger",
        "The Strand bridge was closed after the cargo ship Marie Belle hit a pillar in fog, and nobody was hurt, the harbour office said.",
        "Engineers are looking for cracks in the pillar of the bridge.");

    public static Article Vote { get; } = NewsDesk.Article("vote", "Velmora council votes for longer library hours", "2024-03-18", "Velmora Courier",
        "The council of Velmora voted on Monday to keep the city library open until ten in the evening from June.",
        "The change costs 90,000 crowns a year. Mayor Katrin Voss called it money well spent.");

    public static Article RoundUp { get; } = NewsDesk.Article("brief", "Morning briefing: five stories for Monday", "2024-03-18", "Coast Ledger",
        "A ship has hit the Strand bridge. The council of Velmora votes on library hours. Snow is forecast above 800 metres.");

    public static Article Undated { get; } = NewsDesk.Article("lighthouse", "The lighthouse keeper", "", "Coast Ledger",
        "The lighthouse of Karlsund was lit by hand until electric lamps came to the coast.");
}
