using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Inbox and outbox in SQLite.</summary>
public sealed class SqliteInboxStore(ChatDatabase database) : IInboxStore
{
    // As in Schema/001_chat.sql.
    internal const int Delivered = 2, Dropped = 3;
    private const int Received = 0, Refused = 4;

    private const string Release = "owner = NULL, due = ?3 WHERE id = ?1 AND owner = ?2";

    public ValueTask<Acceptance> AcceptAsync(IncomingMessage message, InboxLimits limits, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            if (database.Number("SELECT 1 FROM inbox WHERE event_key = ?1", message.EventKey) is not null) return Acceptance.Duplicate;
            var acceptance = Judge(UserKey(message.Place.Platform, message.User), message.ReceivedAt.UtcTicks, limits);
            if (acceptance == Acceptance.Accepted) Insert(database, message);
            else Insert(database, message with { Payload = "" }, Refused);
            return acceptance;
        },
        cancellation);

    /// <summary>For use inside a transaction. What nobody has asked for uses up nobody's share.</summary>
    internal static void Insert(ChatDatabase database, IncomingMessage message, int state = Received) => database.Execute(
        "INSERT INTO inbox (event_key, state, channel, conversation, user, received, due, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)",
        message.EventKey, state, ChannelKey(message.Place), message.Conversation,
        message.Request.IsAwaited ? UserKey(message.Place.Platform, message.User) : message.EventKey, message.ReceivedAt.UtcTicks, ChatJson.Write(message));

    /// <summary>For use inside a transaction.</summary>
    internal static void InsertUnlessKnown(ChatDatabase database, IncomingMessage message)
    {
        if (database.Number("SELECT 1 FROM inbox WHERE event_key = ?1", message.EventKey) is null) Insert(database, message);
    }

    public ValueTask<InboxEntry?> ClaimAsync(Lease lease, ConcurrencyLimits limits, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            var id = database.Number(
                """
                SELECT e.id FROM inbox e LEFT JOIN turns_taken t ON t.channel = e.channel
                WHERE e.state < 2 AND e.due <= ?1
                AND NOT EXISTS (SELECT 1 FROM inbox b WHERE b.conversation = e.conversation AND b.state = 0 AND b.id < e.id)
                AND (SELECT count(*) FROM inbox b WHERE b.channel = e.channel AND b.owner IS NOT NULL AND b.due > ?1) < ?2
                AND (SELECT count(*) FROM inbox b WHERE b.user = e.user AND b.owner IS NOT NULL AND b.due > ?1) < ?3
                ORDER BY ifnull(t.served, 0), e.id LIMIT 1
                """,
                lease.Now.UtcTicks, limits.PerChannel, limits.PerUser);
            if (id is null) return null;
            database.Execute("UPDATE inbox SET owner = ?2, due = ?3, attempts = attempts + (state = 0) WHERE id = ?1", id, lease.Owner, lease.Until.UtcTicks);
            database.Execute(
                """
                INSERT INTO turns_taken (channel, served) SELECT channel, (SELECT ifnull(max(served), 0) + 1 FROM turns_taken) FROM inbox WHERE id = ?1
                ON CONFLICT (channel) DO UPDATE SET served = excluded.served
                """,
                id);
            var receipts = database.List("SELECT ordinal, message_id FROM receipts WHERE inbox = ?1 ORDER BY ordinal", r => new DeliveryReceipt(r.GetInt32(0), r.GetString(1)), id);
            return database.List("SELECT id, message, attempts, reply, deliveries, payload_refused, draft FROM inbox WHERE id = ?1", row => Read(row, receipts), id)[0];
        },
        cancellation);

    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) => database.UseAsync<DateTimeOffset?>(
        () => database.Number("SELECT min(due) FROM inbox WHERE state < 2 AND due > ?1", now.UtcTicks) is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null,
        cancellation);

    public ValueTask<bool> DraftAsync(long entry, Lease lease, string? draft, CancellationToken cancellation) => ChangeAsync(
        "UPDATE inbox SET draft = ?3 WHERE id = ?1 AND owner = ?2 AND state = 0", cancellation, entry, lease.Owner, draft);

    public ValueTask<bool> AnswerAsync(long entry, Lease lease, ComposedReply composed, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            database.Execute(
                "UPDATE inbox SET state = 1, due = ?3, reply = ?4 WHERE id = ?1 AND owner = ?2 AND state = 0",
                entry, lease.Owner, lease.Until.UtcTicks, ChatJson.Write(composed.Reply));
            if (!database.Changed()) return false;
            ReplyRecords.Write(database, entry, composed, lease.Now);
            return true;
        },
        cancellation);

    public async ValueTask RecordAsync(long entry, DeliveryReceipt receipt, CancellationToken cancellation) => await database.WriteAsync(
        () =>
        {
            database.Execute(
                """
                INSERT OR IGNORE INTO receipts (inbox, ordinal, platform, message_id)
                SELECT id, ?2, json_extract(message, '$.place.platform'), ?3 FROM inbox WHERE id = ?1
                """,
                entry, receipt.Ordinal, receipt.MessageId);
            return true;
        },
        cancellation);

    public ValueTask<bool> DeliveredAsync(long entry, Lease lease, CancellationToken cancellation) =>
        FinishAsync(entry, lease, Delivered, null, cancellation);

    public ValueTask<bool> DropAsync(long entry, Lease lease, string reason, CancellationToken cancellation) =>
        FinishAsync(entry, lease, Dropped, reason, cancellation);

    public ValueTask<bool> RetryAsync(long entry, Lease lease, DateTimeOffset due, string reason, bool payloadRefused, CancellationToken cancellation) =>
        ChangeAsync(
            $"UPDATE inbox SET reason = ?4, payload_refused = payload_refused | ?5, deliveries = deliveries + state, {Release} AND state < 2",
            cancellation, entry, lease.Owner, due.UtcTicks, reason, payloadRefused ? 1 : 0);

    public async ValueTask ReleaseAsync(long entry, Lease lease, DateTimeOffset due, CancellationToken cancellation) => await ChangeAsync(
        $"UPDATE inbox SET attempts = attempts - (state = 0), {Release}", cancellation, entry, lease.Owner, due.UtcTicks);

    public async ValueTask ReleaseAllAsync(string ownerPrefix, DateTimeOffset now, CancellationToken cancellation) => await ChangeAsync(
        "UPDATE inbox SET owner = NULL, due = ?2 WHERE owner IS NOT NULL AND substr(owner, 1, length(?1)) = ?1", cancellation, ownerPrefix, now.UtcTicks);

    private Acceptance Judge(string user, long at, InboxLimits limits)
    {
        if (database.Number("SELECT count(*) FROM inbox WHERE state < 2") >= limits.Waiting) return Acceptance.Full;
        var waiting = database.Number("SELECT count(*) FROM inbox WHERE user = ?1 AND state < 2", user);
        var lately = database.Number("SELECT count(*) FROM inbox WHERE user = ?1 AND received > ?2 AND state < 4", user, at - TimeSpan.TicksPerMinute);
        return waiting >= limits.WaitingPerUser || lately >= limits.PerUserAndMinute ? Acceptance.TooManyFromUser : Acceptance.Accepted;
    }

    /// <summary>The payload may open doors on the platform; nothing needs it any more.</summary>
    private ValueTask<bool> FinishAsync(long entry, Lease lease, int state, string? reason, CancellationToken cancellation) => ChangeAsync(
        "UPDATE inbox SET state = ?4, finished = ?3, reason = ?5, owner = NULL, message = json_remove(message, '$.payload') WHERE id = ?1 AND owner = ?2 AND state = 1",
        cancellation, entry, lease.Owner, lease.Now.UtcTicks, state, reason);

    private ValueTask<bool> ChangeAsync(string sql, CancellationToken cancellation, params object?[] values) => database.WriteAsync(
        () =>
        {
            database.Execute(sql, values);
            return database.Changed();
        },
        cancellation);

    private static InboxEntry Read(SqliteDataReader row, IReadOnlyList<DeliveryReceipt> receipts) => new(
        row.GetInt64(0), ChatJson.Read<IncomingMessage>(row.GetString(1)), row.GetInt32(2),
        row.IsDBNull(3) ? null : ChatJson.Read<ChatReply>(row.GetString(3)), row.GetInt32(4), row.GetInt64(5) != 0, receipts)
    {
        Draft = row.IsDBNull(6) ? null : row.GetString(6),
    };

    private static string ChannelKey(ChatPlace place) => string.Join('\n', place.Platform, place.Workspace, place.Channel);

    internal static string UserKey(string platform, string user) => string.Join('\n', platform, user);
}
