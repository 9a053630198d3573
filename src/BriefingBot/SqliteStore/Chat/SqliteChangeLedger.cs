using BriefingBot.Chat.ArticleChanges;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>How far the changes of the articles have been seen to, kept beside the inbox that takes what follows.</summary>
public sealed class SqliteChangeLedger(ChatDatabase database) : IChangeLedger
{
    public ValueTask<long?> SequenceAsync(CancellationToken cancellation) => database.UseAsync(Sequence, cancellation);

    public ValueTask<bool> AdvanceAsync(long? from, long upTo, ChangeConsequences consequences, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            if (Sequence() != from) return false;
            database.Execute("INSERT INTO article_changes VALUES (1, ?1) ON CONFLICT (only_row) DO UPDATE SET sequence = excluded.sequence", upTo);
            foreach (var message in consequences.Messages) SqliteInboxStore.InsertUnlessKnown(database, message);
            foreach (var changed in consequences.Changed) SqliteCorrectionStore.Note(database, changed);
            SqliteAlertStore.Write(database, consequences.AlertMatches);
            return true;
        },
        cancellation);

    private long? Sequence() => database.Number("SELECT sequence FROM article_changes");
}
