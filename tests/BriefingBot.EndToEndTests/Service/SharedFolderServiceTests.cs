using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.SqliteStore;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>A service beside other processes that index into its folder.</summary>
public sealed class SharedFolderServiceTests : IDisposable
{
    private readonly Newsroom _room = new();

    [Fact]
    public async Task A_service_that_starts_while_another_process_is_indexing_goes_on_and_takes_its_turn_afterwards()
    {
        Assert.Equal(0, (await _room.RunAsync("index", "seeds")).ExitCode);
        var writer = WriterLock.Take(_room.Data, TimeProvider.System);
        await using var service = RunningService.Start(_room, []);
        try
        {
            await service.UntilAsync(() => service.Errors.Contains("Watching for changes", StringComparison.Ordinal), "it watched");
        }
        finally
        {
            writer.Dispose();
        }

        _room.Write("seeds/bridge.md", "---\ntitle: Two\n---\n\nThe bridge of Tarvik was closed on Tuesday.\n");

        await service.UntilAsync(() => service.Output.Contains("Took up 1 new", StringComparison.Ordinal), "it took up the new article");
        Assert.Contains("Reading what it has committed so far.", service.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();
}
