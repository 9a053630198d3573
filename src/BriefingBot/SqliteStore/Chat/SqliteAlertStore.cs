using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Alerts, their matches and bundles in SQLite.</summary>
public sealed class SqliteAlertStore(ChatDatabase database) : IAlertStore
{
    /// <summary>How late what was given up is still told.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public ValueTask<IReadOnlyList<Alert>> ListAsync(ChatPlace place, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<Alert>>(
        () => database.List(
            "SELECT record FROM alerts WHERE platform = ?1 AND workspace = ?2 AND channel = ?3 ORDER BY number", Read, place.Platform, place.Workspace, place.Channel),
        cancellation);

    public ValueTask<Alert?> FindAsync(string id, CancellationToken cancellation) => database.UseAsync(() => Find(id), cancellation);

    public ValueTask<int> CountAsync(string platform, string user, CancellationToken cancellation) => database.UseAsync(
        () => (int)(database.Number("SELECT count(*) FROM alerts WHERE user = ?1", SqliteInboxStore.UserKey(platform, user)) ?? 0), cancellation);

    public ValueTask<IReadOnlyList<Alert>> ActiveAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlyList<Alert>>(
        () => database.List("SELECT record FROM alerts WHERE paused = 0 ORDER BY number", Read), cancellation);

    public ValueTask<IReadOnlySet<(string Alert, ArticleId Article)>> MatchedAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancellation) =>
        database.UseAsync<IReadOnlySet<(string, ArticleId)>>(
            () => articles.SelectMany(article => database.List("SELECT alert FROM alert_matches WHERE article = ?1", row => (row.GetString(0), article), article.Value)).ToHashSet(),
            cancellation);

    public ValueTask<IReadOnlyList<WaitingAlert>> WaitingAsync(DateTimeOffset now, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<WaitingAlert>>(
        () => [.. database.List(
                """
                SELECT a.record, a.taken, min(m.at) FROM alert_matches m JOIN alerts a ON a.id = m.alert
                WHERE m.bundle IS NULL AND a.paused = 0 GROUP BY a.number ORDER BY 3
                """,
                row => (Alert: Read(row), Taken: row.GetInt32(1), Oldest: Instant(row.GetInt64(2))))
            .Select(w => new WaitingAlert(w.Alert, w.Taken, w.Oldest, Told(w.Alert.Id, now - WaitingAlert.Lately)))],
        cancellation);

    public ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            var (alert, now) = ((DueAlert)due.Request, due.ReceivedAt.UtcTicks);
            if (Find(alert.Alert) is not { Paused: false } found || found.MutedUntil > due.ReceivedAt) return false;
            if (database.Number("SELECT 1 FROM alert_matches WHERE alert = ?1 AND bundle IS NULL", alert.Alert) is null) return false;
            database.Execute("UPDATE alerts SET taken = ?2 WHERE id = ?1 AND taken = ?2 - 1", alert.Alert, alert.Bundle);
            if (!database.Changed()) return false;
            database.Execute(
                """
                UPDATE alert_matches SET bundle = ?2 WHERE alert = ?1 AND (bundle IS NULL OR (at >= ?3
                AND bundle IN (SELECT b.number FROM alert_bundles b JOIN inbox i ON i.id = b.inbox WHERE b.alert = ?1 AND i.state = 3)))
                """,
                alert.Alert, alert.Bundle, now - Recent.Ticks);
            SqliteInboxStore.Insert(database, due);
            database.Execute("INSERT INTO alert_bundles (alert, number, inbox, at) VALUES (?1, ?2, last_insert_rowid(), ?3)", alert.Alert, alert.Bundle, now);
            return true;
        },
        cancellation);

    public ValueTask<IReadOnlyList<AlertMatch>> BundleAsync(string alert, int bundle, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<AlertMatch>>(
        () => database.List(
            "SELECT article, key, at FROM alert_matches WHERE alert = ?1 AND bundle = ?2 ORDER BY key DESC",
            row => new AlertMatch(alert, ArticleId.Parse(row.GetString(0)), row.GetInt64(1), Instant(row.GetInt64(2))), alert, bundle),
        cancellation);

    public ValueTask<SentStories> SentAsync(string alert, DateTimeOffset since, CancellationToken cancellation) => database.UseAsync(
        () => SentStories.Of(database.List(
                """
                SELECT b.stories FROM alert_bundles b JOIN inbox i ON i.id = b.inbox
                WHERE b.alert = ?1 AND b.at >= ?2 AND b.told > 0 AND i.state <> 3 ORDER BY b.number
                """,
                row => ChatJson.Read<IReadOnlyList<StoredStory>>(row.GetString(0)), alert, since.UtcTicks)
            .SelectMany(stories => stories).Select(story => story.ToSent())),
        cancellation);

    /// <summary>Writes a change inside the transaction that stores its reply. What is still to be delivered is taken back.</summary>
    internal static void Write(ChatDatabase database, AlertChange change, DateTimeOffset now)
    {
        var (alert, place) = (change.Alert, change.Alert.Place);
        if (change.Removed)
        {
            TakeBack(database, alert.Id, now);
            database.Execute("DELETE FROM alerts WHERE id = ?1", alert.Id);
            database.Execute("DELETE FROM alert_matches WHERE alert = ?1", alert.Id);
            database.Execute("DELETE FROM alert_bundles WHERE alert = ?1", alert.Id);
            return;
        }

        if (alert.Paused || alert.MutedUntil is not null) TakeBack(database, alert.Id, now);
        // What waited when it was paused is not told; that it matched is remembered.
        if (alert.Paused) database.Execute("UPDATE alert_matches SET bundle = 0 WHERE alert = ?1 AND bundle IS NULL", alert.Id);
        // Of two that are made at once for one wish, the first stays.
        database.Execute(
            """
            INSERT INTO alerts (id, platform, workspace, channel, thread, key, user, paused, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (id) DO UPDATE SET paused = excluded.paused, record = excluded.record
            ON CONFLICT DO NOTHING
            """,
            alert.Id, place.Platform, place.Workspace, place.Channel, place.Thread, alert.Key, SqliteInboxStore.UserKey(place.Platform, alert.By), alert.Paused ? 1 : 0, ChatJson.Write(alert));
    }

    internal static void Write(ChatDatabase database, ComposedAlert composed) => database.Execute(
        "UPDATE alert_bundles SET stories = ?3, told = ?4 WHERE alert = ?1 AND number = ?2",
        composed.Alert, composed.Bundle, ChatJson.Write<IReadOnlyList<StoredStory>>([.. composed.Stories.Select(StoredStory.Of)]), composed.Stories.Count);

    /// <summary>For use inside the transaction that moves on along the changes.</summary>
    internal static void Write(ChatDatabase database, IReadOnlyList<AlertMatch> matches)
    {
        foreach (var match in matches)
        {
            database.Execute(
                "INSERT OR IGNORE INTO alert_matches (alert, article, key, at) SELECT id, ?2, ?3, ?4 FROM alerts WHERE id = ?1 AND paused = 0",
                match.Alert, match.Article.Value, match.Key, match.At.UtcTicks);
        }
    }

    /// <summary>Drops what is not on its way yet; what somebody is sending right now is let go on. Its matches wait again.</summary>
    private static void TakeBack(ChatDatabase database, string alert, DateTimeOffset now)
    {
        var open = database.List(
            "SELECT b.number, i.id FROM alert_bundles b JOIN inbox i ON i.id = b.inbox WHERE b.alert = ?1 AND i.state < 2 AND (i.owner IS NULL OR i.due <= ?2)",
            row => (Bundle: row.GetInt32(0), Inbox: row.GetInt64(1)), alert, now.UtcTicks);
        foreach (var (bundle, inbox) in open)
        {
            database.Execute("UPDATE inbox SET state = 3, finished = ?2, reason = coalesce(reason, 'it is not wanted now'), owner = NULL WHERE id = ?1", inbox, now.UtcTicks);
            database.Execute("UPDATE alert_matches SET bundle = NULL WHERE alert = ?1 AND bundle = ?2", alert, bundle);
        }
    }

    private List<DateTimeOffset> Told(string alert, DateTimeOffset since) => database.List(
        """
        SELECT b.at FROM alert_bundles b JOIN inbox i ON i.id = b.inbox
        WHERE b.alert = ?1 AND b.at >= ?2 AND ifnull(b.told, 1) > 0 AND i.state <> 3 ORDER BY b.number DESC
        """,
        row => Instant(row.GetInt64(0)), alert, since.UtcTicks);

    private Alert? Find(string id) => database.List("SELECT record FROM alerts WHERE id = ?1", Read, id).FirstOrDefault();

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    private static Alert Read(SqliteDataReader row) => ChatJson.Read<Alert>(row.GetString(0));
}
