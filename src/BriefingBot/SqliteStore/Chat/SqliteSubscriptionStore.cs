using BriefingBot.Chat;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Subscriptions and their slots in SQLite.</summary>
public sealed class SqliteSubscriptionStore(ChatDatabase database) : ISubscriptionStore
{
    public ValueTask<IReadOnlyList<Subscription>> ListAsync(ChatPlace place, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<Subscription>>(
        () => database.List(
            "SELECT record FROM subscriptions WHERE platform = ?1 AND workspace = ?2 AND channel = ?3 ORDER BY number", Read, place.Platform, place.Workspace, place.Channel),
        cancellation);

    public ValueTask<Subscription?> FindAsync(string id, CancellationToken cancellation) => database.UseAsync(
        () => database.List("SELECT record FROM subscriptions WHERE id = ?1", Read, id).FirstOrDefault(), cancellation);

    public ValueTask<IReadOnlyList<Subscription>> ActiveAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlyList<Subscription>>(
        () => database.List("SELECT record FROM subscriptions WHERE paused = 0 ORDER BY number", Read), cancellation);

    public ValueTask<IReadOnlySet<(string Subscription, DateOnly Day)>> TakenAsync(DateOnly since, CancellationToken cancellation) =>
        database.UseAsync<IReadOnlySet<(string, DateOnly)>>(
            () => database.List("SELECT subscription, day FROM digest_slots WHERE day >= ?1", row => (row.GetString(0), DateOnly.FromDayNumber(row.GetInt32(1))), since.DayNumber).ToHashSet(),
            cancellation);

    public ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            var slot = (DueDigest)due.Request;
            if (database.Number("SELECT 1 FROM digest_slots WHERE subscription = ?1 AND day = ?2", slot.Subscription, slot.Day.DayNumber) is not null) return false;
            if (database.Number("SELECT 1 FROM subscriptions WHERE id = ?1 AND paused = 0", slot.Subscription) is null) return false;
            DropUndelivered(database, slot.Subscription, due.ReceivedAt, due.ReceivedAt, "it came too late");
            SqliteInboxStore.Insert(database, due);
            database.Execute("INSERT INTO digest_slots (subscription, day, inbox) VALUES (?1, ?2, last_insert_rowid())", slot.Subscription, slot.Day.DayNumber);
            return true;
        },
        cancellation);

    public ValueTask<SentBefore> SentAsync(string subscription, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) => database.UseAsync(
        () =>
        {
            var slots = database.List(
                """
                SELECT s.until, s.stories FROM digest_slots s JOIN inbox i ON i.id = s.inbox
                WHERE s.subscription = ?1 AND s.until <= ?2 AND s.until >= ?3 AND i.state <> 3 ORDER BY s.until
                """,
                row => (Until: new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), Stories: ChatJson.Read<IReadOnlyList<StoredStory>>(row.GetString(1))),
                subscription, before.UtcTicks, since.UtcTicks);
            return new SentBefore(slots.Count > 0 ? slots[^1].Until : null, SentStories.Of(slots.SelectMany(s => s.Stories).Select(s => s.ToSent())));
        },
        cancellation);

    public ValueTask<SlotOutcome?> LastAsync(string subscription, CancellationToken cancellation) => database.UseAsync(
        () => database.List(
            "SELECT s.day, CASE WHEN i.state = 2 THEN 0 ELSE i.deliveries END, i.state, i.reason, s.items FROM digest_slots s JOIN inbox i ON i.id = s.inbox WHERE s.subscription = ?1 ORDER BY s.day DESC LIMIT 1",
            row => new SlotOutcome(
                DateOnly.FromDayNumber(row.GetInt32(0)), row.GetInt32(1), row.GetInt32(2) == SqliteInboxStore.Dropped, row.IsDBNull(3) ? "" : row.GetString(3),
                row.IsDBNull(4) ? [] : ChatJson.Read<IReadOnlyList<DigestItem>>(row.GetString(4))) { IsOpen = row.GetInt32(2) < SqliteInboxStore.Delivered },
            subscription).FirstOrDefault(),
        cancellation);

    /// <summary>Writes a change inside the transaction that stores its reply. What is still to be delivered of a digest that is not wanted any more is dropped.</summary>
    internal static void Write(ChatDatabase database, SubscriptionChange change, DateTimeOffset now)
    {
        var (subscription, place) = (change.Subscription, change.Subscription.Place);
        if (change.Removed || subscription.Paused) DropUndelivered(database, subscription.Id, DateTimeOffset.MaxValue, now, "it is not wanted any more");
        if (change.Removed)
        {
            database.Execute("DELETE FROM subscriptions WHERE id = ?1", subscription.Id);
            database.Execute("DELETE FROM digest_slots WHERE subscription = ?1", subscription.Id);
            return;
        }

        database.Execute(
            """
            INSERT INTO subscriptions (id, platform, workspace, channel, paused, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (id) DO UPDATE SET paused = excluded.paused, record = excluded.record
            """,
            subscription.Id, place.Platform, place.Workspace, place.Channel, subscription.Paused ? 1 : 0, ChatJson.Write(subscription));
    }

    internal static void Write(ChatDatabase database, ComposedSlot slot) => database.Execute(
        "UPDATE digest_slots SET until = ?3, stories = ?4, items = ?5 WHERE subscription = ?1 AND day = ?2",
        slot.Subscription, slot.Day.DayNumber, slot.Until.UtcTicks,
        ChatJson.Write<IReadOnlyList<StoredStory>>([.. slot.Stories.Select(StoredStory.Of)]), ChatJson.Write(slot.Items));

    /// <summary>Those that expire before an instant; what somebody is sending right now is let go on.</summary>
    private static void DropUndelivered(ChatDatabase database, string subscription, DateTimeOffset expiring, DateTimeOffset now, string reason)
    {
        var open = database.List(
            "SELECT i.id, i.message FROM digest_slots s JOIN inbox i ON i.id = s.inbox WHERE s.subscription = ?1 AND i.state < 2 AND (i.owner IS NULL OR i.due <= ?2)",
            row => (Id: row.GetInt64(0), Message: ChatJson.Read<IncomingMessage>(row.GetString(1))), subscription, now.UtcTicks);
        foreach (var (id, _) in open.Where(o => o.Message.PayloadExpires <= expiring))
        {
            database.Execute("UPDATE inbox SET state = 3, finished = ?2, reason = coalesce(reason, ?3), owner = NULL WHERE id = ?1", id, now.UtcTicks, reason);
        }
    }

    private static Subscription Read(SqliteDataReader row) => ChatJson.Read<Subscription>(row.GetString(0));
}
