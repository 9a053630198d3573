using BriefingBot.Answering;
using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Answers, their buttons and what people thought of them; and the channels' settings.</summary>
public sealed class SqliteAnswerStore(ChatDatabase database) : IAnswerStore, IChannelSettingsStore
{
    public ValueTask<IReadOnlyList<AnswerRecord>> TurnsAsync(string conversation, int most, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<AnswerRecord>>(
        () => [.. database.List("SELECT record FROM answers WHERE conversation = ?1 ORDER BY number DESC LIMIT ?2", Record, conversation, most).AsEnumerable().Reverse()],
        cancellation);

    public ValueTask<IReadOnlyList<AnswerRecord>> RecentAsync(string platform, string user, int most, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<AnswerRecord>>(
        () => database.List(
            "SELECT a.record FROM inbox i JOIN answers a ON a.inbox = i.id WHERE i.user = ?1 AND a.status <> 'Help' ORDER BY i.received DESC, a.number DESC LIMIT ?2",
            Record, SqliteInboxStore.UserKey(platform, user), most),
        cancellation);

    public ValueTask<AnswerRecord?> FindByMessageAsync(string platform, string messageId, CancellationToken cancellation) => database.UseAsync(
        () => database.List(
            "SELECT a.record FROM receipts r JOIN answers a ON a.inbox = r.inbox WHERE r.platform = ?1 AND r.message_id = ?2",
            Record, platform, messageId).FirstOrDefault(),
        cancellation);

    public ValueTask<StoredButton?> FindButtonAsync(string id, CancellationToken cancellation) => database.UseAsync(
        () => database.List(
            "SELECT b.action, a.record, a.reply, a.shared FROM buttons b JOIN answers a ON a.id = b.answer WHERE b.id = ?1",
            row => new StoredButton(
                Enum.Parse<ButtonAction>(row.GetString(0)), ChatJson.Read<AnswerRecord>(row.GetString(1)), ChatJson.Read<ChatReply>(row.GetString(2)), row.GetInt64(3) != 0),
            id).FirstOrDefault(),
        cancellation);

    public ValueTask<IReadOnlyList<Gap>> GapsAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlyList<Gap>>(
        () => database.List(
            // With max(), SQLite takes the bare columns from the row that has it (https://www.sqlite.org/lang_select.html#bareagg).
            """
            SELECT a.asked, count(DISTINCT a.id), count(DISTINCT CASE WHEN a.status <> 'Answered' THEN a.id END), a.status, max(a.number), a.at,
                   count(CASE WHEN f.verdict = 'Helpful' THEN 1 END) AS helpful, count(CASE WHEN f.verdict = 'NotHelpful' THEN 1 END) AS unhelpful,
                   count(CASE WHEN f.verdict = 'WrongCitation' THEN 1 END) AS wrong
            FROM answers a LEFT JOIN feedback f ON f.answer = a.id
            WHERE a.status <> 'Help'
            GROUP BY a.gap_key
            HAVING count(CASE WHEN a.status <> 'Answered' THEN 1 END) + unhelpful + wrong > 0
            ORDER BY 5 DESC
            """,
            Gap),
        cancellation);

    public ValueTask<ChannelSettings> SettingsAsync(ChatPlace place, CancellationToken cancellation) => database.UseAsync(
        () => database.List(
            "SELECT settings FROM channel_settings WHERE platform = ?1 AND workspace = ?2 AND channel = ?3",
            row => ChatJson.Read<ChannelSettings>(row.GetString(0)), place.Platform, place.Workspace, place.Channel).FirstOrDefault() ?? ChannelSettings.Default,
        cancellation);

    private static AnswerRecord Record(SqliteDataReader row) => ChatJson.Read<AnswerRecord>(row.GetString(0));

    private static Gap Gap(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetInt32(2), Enum.Parse<AnswerStatus>(row.GetString(3)),
        new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8));
}
