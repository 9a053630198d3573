using BriefingBot.Chat;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Forgets messages that are over, with their answers, buttons and feedback, once they are as old as configured.</summary>
public sealed class ChatRetention(ChatDatabase database, ChatOptions options, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    /// <summary>Messages forgotten in one transaction; arrivals wait for no more than that.</summary>
    private const int Batch = 200;

    /// <summary>Children first: the rows refer to each other.</summary>
    private static readonly string[] Deletions =
    [
        "DELETE FROM feedback WHERE answer IN (SELECT id FROM answers WHERE inbox IN (SELECT id FROM forgotten))",
        "DELETE FROM buttons WHERE answer IN (SELECT id FROM answers WHERE inbox IN (SELECT id FROM forgotten))",
        "DELETE FROM cited_articles WHERE answer IN (SELECT number FROM answers WHERE inbox IN (SELECT id FROM forgotten))",
        "DELETE FROM corrections WHERE answer IN (SELECT id FROM answers WHERE inbox IN (SELECT id FROM forgotten))",
        "DELETE FROM answers WHERE inbox IN (SELECT id FROM forgotten)",
        "DELETE FROM digest_slots WHERE inbox IN (SELECT id FROM forgotten)",
        "DELETE FROM alert_matches WHERE (alert, bundle) IN (SELECT alert, number FROM alert_bundles WHERE inbox IN (SELECT id FROM forgotten))",
        "DELETE FROM alert_bundles WHERE inbox IN (SELECT id FROM forgotten)",
        "DELETE FROM receipts WHERE inbox IN (SELECT id FROM forgotten)",
        "DELETE FROM inbox WHERE id IN (SELECT id FROM forgotten)",
    ];

    /// <summary>Forgets at once and every few hours, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await ForgetAsync(cancellation);
            await Task.Delay(Between, time, cancellation);
        }
    }

    /// <summary>How many messages were forgotten.</summary>
    public async ValueTask<int> ForgetAsync(CancellationToken cancellation)
    {
        var before = (time.GetUtcNow() - TimeSpan.FromDays(options.KeepDays)).UtcTicks;
        for (var total = 0; ;)
        {
            var forgotten = await database.WriteAsync(() => ForgetSome(before), cancellation);
            total += forgotten;
            if (forgotten < Batch) return total;
        }
    }

    private int ForgetSome(long before)
    {
        database.Execute("CREATE TEMP TABLE IF NOT EXISTS forgotten (id INTEGER PRIMARY KEY)");
        database.Execute("DELETE FROM forgotten");
        database.Execute("INSERT INTO forgotten SELECT id FROM inbox WHERE state >= 2 AND received < ?1 LIMIT ?2", before, Batch);
        foreach (var deletion in Deletions) database.Execute(deletion);
        return (int)(database.Number("SELECT count(*) FROM forgotten") ?? 0);
    }
}
