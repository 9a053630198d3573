using BriefingBot.Chat;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Where gap reports go, and the questions they are made of, in SQLite.</summary>
public sealed class SqliteGapReportStore(ChatDatabase database) : IGapReportStore
{
    public ValueTask<IReadOnlyList<ReportedChannel>> ChannelsAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlyList<ReportedChannel>>(
        () => [.. database.List(
            "SELECT platform, workspace, channel, changed_by, settings FROM channel_settings WHERE settings ->> '$.gapReportSince' IS NOT NULL",
            row => new ReportedChannel(
                new ChatPlace(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetString(3), ChatJson.Read<ChannelSettings>(row.GetString(4)).GapReportSince!.Value))],
        cancellation);

    public ValueTask<bool> TakeAsync(IncomingMessage due, DateOnly day, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            database.Execute("INSERT OR IGNORE INTO gap_report_slots VALUES (?1, ?2, ?3, ?4)", due.Place.Platform, due.Place.Workspace, due.Place.Channel, day.DayNumber);
            if (!database.Changed()) return false;
            SqliteInboxStore.InsertUnlessKnown(database, due);
            return true;
        },
        cancellation);

    public ValueTask<IReadOnlyList<AskedQuestion>> AskedAsync(ChatPlace workspace, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation) =>
        database.UseAsync<IReadOnlyList<AskedQuestion>>(
            () => database.List(
                """
                WITH marked AS (SELECT DISTINCT answer FROM feedback WHERE verdict <> 'Helpful' AND at >= ?3 AND at < ?4)
                SELECT a.gap_key, a.asked, NOT (a.record ->> '$.private') AND a.record ->> '$.place.workspace' <> '', a.at >= ?3 AND a.at < ?4, a.status <> 'Answered', a.id IN marked
                FROM answers a
                WHERE ((a.at >= ?3 AND a.at < ?4) OR a.id IN marked)
                AND a.status <> 'Help' AND ifnull(json_array_length(a.record, '$.storyArticles'), 0) = 0
                AND a.record ->> '$.place.platform' = ?1
                AND (a.record ->> '$.place.workspace' = ?2 OR (a.record ->> '$.place.workspace' = '' AND NOT EXISTS (
                    SELECT 1 FROM answers o WHERE o.record ->> '$.place.platform' = ?1 AND o.record ->> '$.place.workspace' NOT IN ('', ?2))))
                ORDER BY a.number
                """,
                row => new AskedQuestion(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5)),
                workspace.Platform, workspace.Workspace, since.UtcTicks, until.UtcTicks),
            cancellation);
}
