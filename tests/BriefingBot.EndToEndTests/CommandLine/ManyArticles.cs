using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Articles;
using BriefingBot.SqliteStore;

namespace BriefingBot.EndToEndTests.CommandLine;

/// <summary>So many articles that indexing them can be met in the middle.</summary>
internal static class ManyArticles
{
    public static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(Line));

    /// <summary>Waits until a process that indexes has committed something.</summary>
    /// <returns>How many articles are committed; 0 when the process ended without any.</returns>
    public static async Task<int> WaitForFirstCommitAsync(DataFolder data, Process process)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var committed = 0;
        while (committed == 0 && !process.HasExited)
        {
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            committed = await CommittedAsync(data);
        }

        return committed;
    }

    private static async Task<int> CommittedAsync(DataFolder data)
    {
        try
        {
            using var library = SqliteArticleLibrary.Open(data, TimeProvider.System);
            return (await library.DescribeAsync(ArticleFilter.Everything, TestContext.Current.CancellationToken)).Articles;
        }
        catch (DataFolderException)
        {
            // The database is not there yet, or just being made.
            return 0;
        }
    }

    private static string Line(int number) => JsonSerializer.Serialize(new
    {
        id = $"boat-{number}",
        title = $"Boat {number} returns",
        source = "Coast Courier",
        published = "2021-02-01",
        text = $"Boat {number} came back to the quay in the evening. It landed {number + 37_000} barrels of herring, and the crew of boat {number} went home.",
    }) + "\n";
}
