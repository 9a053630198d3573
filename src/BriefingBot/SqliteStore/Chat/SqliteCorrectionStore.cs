using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using Microsoft.Data.Sqlite;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Changed articles, the answers that cite them, and what was told, in SQLite.</summary>
public sealed class SqliteCorrectionStore(ChatDatabase database) : ICorrectionStore
{
    /// <summary>Articles that are seen to at once.</summary>
    private const int Batch = 500;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public ValueTask<IReadOnlyList<ChangedArticle>> SettledAsync(DateTimeOffset last, DateTimeOffset first, CancellationToken cancellation) =>
        database.UseAsync<IReadOnlyList<ChangedArticle>>(
            () => database.List(
                "SELECT article, sequence, withdrawn, first, last FROM changed_articles WHERE taken = 0 AND (last <= ?1 OR first <= ?2) ORDER BY sequence LIMIT ?3",
                row => new ChangedArticle(ArticleId.Parse(row.GetString(0)), row.GetInt64(1), row.GetInt64(2) != 0, At(row, 3), At(row, 4)), last.UtcTicks, first.UtcTicks, Batch),
            cancellation);

    public ValueTask<int> CountWithdrawnAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation) => database.UseAsync(
        () => (int)(database.Number("SELECT count(*) FROM changed_articles WHERE withdrawn = 1 AND last BETWEEN ?1 AND ?2", since.UtcTicks, until.UtcTicks) ?? 0), cancellation);

    public ValueTask<IReadOnlyList<CitingAnswer>> CitingAsync(IReadOnlyCollection<ArticleId> articles, DateTimeOffset since, CancellationToken cancellation) =>
        database.UseAsync<IReadOnlyList<CitingAnswer>>(
            () => [.. database.List(
                """
                SELECT a.number, a.record, r.message_id, c.article FROM json_each(?1) k
                CROSS JOIN cited_articles c ON c.article = k.value JOIN answers a ON a.number = c.answer
                JOIN inbox i ON i.id = a.inbox JOIN receipts r ON r.inbox = i.id AND r.ordinal = 0
                WHERE i.state = 2 AND i.finished >= ?2
                """,
                row => (Number: row.GetInt64(0), Record: row.GetString(1), Message: row.GetString(2), Article: ArticleId.Parse(row.GetString(3))),
                ChatJson.Write<IReadOnlyList<string>>([.. articles.Select(a => a.Value)]), since.UtcTicks)
                .GroupBy(row => row.Number).OrderByDescending(g => g.Key)
                .Select(g => new CitingAnswer(ChatJson.Read<AnswerRecord>(g.First().Record), g.First().Message, [.. g.Select(row => row.Article)]))],
            cancellation);

    public ValueTask<bool> TakeAsync(IReadOnlyList<ChangedArticle> articles, IReadOnlyList<IncomingMessage> corrections, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            () =>
            {
                if (articles.Any(a => database.Number("SELECT 1 FROM changed_articles WHERE article = ?1 AND sequence = ?2 AND taken = 0", a.Id.Value, a.Sequence) is null)) return false;
                foreach (var article in articles) database.Execute("UPDATE changed_articles SET taken = 1 WHERE article = ?1", article.Id.Value);
                foreach (var message in corrections) SqliteInboxStore.InsertUnlessKnown(database, message);
                database.Execute("DELETE FROM changed_articles WHERE taken = 1 AND last < ?1", (now - Remembered).UtcTicks);
                return true;
            },
            cancellation);

    public ValueTask<GivenAnswer?> FindAsync(string answer, CancellationToken cancellation) => database.UseAsync(
        () =>
        {
            var told = database.List(
                "SELECT citation, article, before, current FROM corrections WHERE answer = ?1",
                row => new ToldCitation(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3)), answer).ToDictionary(t => t.Citation);
            return database.List(
                "SELECT record, reply FROM answers WHERE id = ?1",
                row => new GivenAnswer(ChatJson.Read<AnswerRecord>(row.GetString(0)), ChatJson.Read<ChatReply>(row.GetString(1)), told), answer).FirstOrDefault();
        },
        cancellation);

    public ValueTask<bool> IsToldAsync(string answer, ChatPlace thread, ToldCitation told, CancellationToken cancellation) => database.UseAsync(
        () => thread.Thread.Length > 0 && database.Number(
            "SELECT 1 FROM corrections WHERE thread = ?1 AND article = ?2 AND before = ?3 AND current = ?4 AND answer <> ?5", ThreadKey(thread), told.Article, told.Before, told.Current, answer) is not null,
        cancellation);

    /// <summary>Inside the transaction that moves the ledger on.</summary>
    internal static void Note(ChatDatabase database, ChangedArticle changed) => database.Execute(
        """
        INSERT INTO changed_articles (article, sequence, withdrawn, first, last) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (article) DO UPDATE SET
            sequence = excluded.sequence, withdrawn = excluded.withdrawn, first = iif(taken, excluded.first, first), last = excluded.last, taken = 0
        """,
        changed.Id.Value, changed.Sequence, changed.IsWithdrawn ? 1 : 0, changed.First.UtcTicks, changed.Last.UtcTicks);

    /// <summary>Inside the transaction that stores an answer.</summary>
    internal static void Write(ChatDatabase database, AnswerRecord answer)
    {
        foreach (var article in answer.Evidence.Select(e => e.Article).Distinct(StringComparer.Ordinal))
        {
            database.Execute("INSERT INTO cited_articles (article, answer) SELECT ?1, number FROM answers WHERE id = ?2", article, answer.Id);
        }
    }

    /// <summary>Inside the transaction that stores a correction.</summary>
    internal static void Write(ChatDatabase database, ComposedCorrection correction)
    {
        foreach (var told in correction.Told)
        {
            database.Execute(
                "INSERT OR REPLACE INTO corrections (answer, citation, thread, article, before, current) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                correction.Answer, told.Citation, ThreadKey(correction.Place), told.Article, told.Before, told.Current);
        }
    }

    private static string ThreadKey(ChatPlace place) => place.Thread.Length == 0 ? "" : string.Join('\n', place.Platform, place.Channel, place.Thread);

    private static DateTimeOffset At(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);
}
