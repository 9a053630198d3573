using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.SqliteStore;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.CommandLine.Doctor;

/// <summary>All checks, in the order in which one depends on another.</summary>
internal static class Checkup
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Session session, CancellationToken cancellation)
    {
        var findings = new List<Finding>(ConfigurationCheck.Of(session));
        if (Stops(findings)) return findings;

        findings.AddRange(await DiscordCheck.OfAsync(session, cancellation));
        findings.AddRange(await SlackCheck.OfAsync(session, cancellation));
        findings.Add(await LanguageModelCheck.OfAsync(session, cancellation));
        var folder = session.Get<DataFolder>();
        findings.Add(DataFolderCheck.Folder(folder, session.Get<TimeProvider>()));
        findings.Add(DataFolderCheck.Database(session, folder));
        if (findings.Exists(f => f.Code == ExitCode.DataFolder) || !File.Exists(folder.Database)) return findings;

        findings.AddRange(Stored(session, folder));
        findings.AddRange(FeedsCheck.Of(session));
        findings.Add(await ArticlesCheck.ContentsAsync(session.Get<IArticleLibrary>(), cancellation));
        return findings;
    }

    /// <summary>The store can only be looked into while no other process writes.</summary>
    private static List<Finding> Stored(Session session, DataFolder folder)
    {
        try
        {
            using var turn = session.Services.CreateScope();
            var store = turn.ServiceProvider.GetRequiredService<IArticleStore>();
            return [SearchIndexCheck.Of(store, folder), .. ArticlesCheck.Roots(store)];
        }
        catch (DataFolderBusyException)
        {
            return [Finding.Notice("Search index", "It cannot be compared with the database while another process writes.", "Run 'doctor' again when that is done.")];
        }
    }

    private static bool Stops(List<Finding> findings) => findings.Exists(f => f.Level == FindingLevel.Problem);
}
