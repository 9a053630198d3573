using System.Globalization;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>News that nobody can know of before it arrives.</summary>
internal static class Arriving
{
    public const string Question = "What will the new tram of Brunholt cost?";

    public const string Headline = "Brunholt votes for a new tram";

    /// <summary>What an alert's message begins with.</summary>
    public const string Heading = "Something arrived on";

    /// <summary>So long until an alert that is due is told on a busy machine: watching, indexing, coming to rest.</summary>
    public const double Seconds = 120;

    /// <summary>Puts it into the watched folder.</summary>
    public static void DropTram(this ServiceNewsroom scene, string file = "tram-of-brunholt")
    {
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        scene.Room.Write($"seeds/{file}.md", $"""
            ---
            title: {Headline}
            source: Coast Courier
            published: {today}
            ---

            The council of Brunholt has voted for a new tram to the harbour. The new tram of Brunholt will cost 40 million crowns, the council said.
            """);
    }
}
