using BriefingBot.Articles;

namespace BriefingBot.Tests.Answering;

/// <summary>Invented news from one town.</summary>
internal static class Harbour
{
    public static readonly Article Bridge = NewsDesk.Article(
        "bridge", "Tarvik bridge closed after crack is found", "2024-03-18", "Coast Courier",
        "The Tarvik bridge was closed on Monday after inspectors found a crack of 14 centimetres in its northern pillar.",
        "He said the repair would cost 3.2 million crowns. The mayor, Jonas Veld, asked drivers to take the ferry instead.",
        "The bridge carries 21,000 vehicles a day.");

    public static readonly Article BridgeElsewhere = NewsDesk.Article(
        "bridge-2", "Crack shuts Tarvik crossing", "2024-03-19", "Northern Post",
        "Inspectors closed the Tarvik bridge on Monday because they had found a crack of 14 centimetres in the northern pillar.",
        "Commuters now wait an hour for the ferry across the sound.");

    public static readonly Article Herring = NewsDesk.Article(
        "herring", "Herring catch falls by a third", "2024-03-05", "Coast Courier",
        "The herring catch in Tarvik fell by 34 percent in February, the fisheries office said.",
        "Warm water has driven the shoals north, according to biologist Mira Solheim.");

    public static readonly Article Undated = NewsDesk.Article(
        "harbour-history", "How Tarvik got its harbour", "", "Coast Courier",
        "The harbour of Tarvik was dug by hand in four winters and opened to sailing ships.");

    public static NewsDesk Desk(params Article[] more) => new([Bridge, BridgeElsewhere, Herring, Undated, .. more]);
}
