using BriefingBot.SqliteStore;
using BriefingBot.Tests;

namespace BriefingBot.EndToEndTests.CommandLine;

/// <summary>
/// A folder of its own for each test, with a few invented articles below <c>seeds</c>, which is where the program
/// looks when nothing is configured. All runs start in it.
/// </summary>
internal sealed class Newsroom : IDisposable
{
    private readonly TempFolder _folder = new();

    public Newsroom()
    {
        Write("seeds/harbour.md", """
            ---
            id: harbour-reopens
            title: Port Velmar reopens its northern harbour
            source: Coast Courier
            author: Ada Lindqvist
            published: 2021-03-01
            url: https://example.org/coast-courier/harbour
            language: en
            ---

            Port Velmar reopened its northern harbour on Monday after nine weeks of repairs to the storm wall. The repairs cost 14 million crowns, the harbour board said.

            “The wall will stand for another fifty years,” harbour master Oskar Brandt said. 🚢 The first ship to enter was the ferry Solveig.
            """);
        Write("seeds/harbour-second.md", """
            ---
            id: harbour-second-report
            title: Ships return to Port Velmar
            source: Northern Ledger
            published: 2021-03-02T08:00:00Z
            url: https://example.org/northern-ledger/ships-return
            ---

            Ships have returned to Port Velmar. The repairs to the storm wall cost 14 million crowns, according to the harbour board.

            Fishing crews had used the small southern harbour of the town during the winter.
            """);
        Write("seeds/ferry.md", """
            ---
            id: ferry-timetable
            title: Ferry to Eastholm runs twice a day
            source: Coast Courier
            published: 2021-04-10
            ---

            The ferry Solveig will sail to Eastholm twice a day from the first of May. Tickets cost 12 crowns, the ferry company said.
            """);
        Write("seeds/lighthouse.txt", "The lighthouse keeper\n\nThe lighthouse of Karlsund was lit by hand until electric lamps came. Marta Holm was the last keeper of the lighthouse of Karlsund.\n");
    }

    public string FullPath => _folder.FullPath;

    public DataFolder Data => DataFolder.At(PathOf("data"));

    public string PathOf(string relative) => _folder.PathOf(relative);

    public void Write(string relative, string text) => _folder.Write(relative, text);

    public Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync(FullPath, arguments);

    public Task<ProgramRun> RunWithInputAsync(string input, params string[] arguments) => ProgramRun.OfAsync(FullPath, arguments, input);

    public void Dispose() => _folder.Dispose();
}
