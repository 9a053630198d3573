using BriefingBot.Discord.Gateway;

namespace BriefingBot.SqliteStore.Chat;

/// <summary>Keeps gateway sessions beside the inbox that their events go into.</summary>
public sealed class SqliteGatewaySessionStore(ChatDatabase database) : IGatewaySessionStore
{
    public ValueTask<GatewaySession?> LoadAsync(Shard shard, CancellationToken cancellation) => database.UseAsync(
        () => database.List(
            "SELECT id, url, sequence, intents FROM gateway_sessions WHERE shard = ?1",
            row => new GatewaySession(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3)), Name(shard)).FirstOrDefault(),
        cancellation);

    public async ValueTask SaveAsync(Shard shard, GatewaySession? session, CancellationToken cancellation) => await database.UseAsync(
        () =>
        {
            if (session is null) database.Execute("DELETE FROM gateway_sessions WHERE shard = ?1", Name(shard));
            else database.Execute("INSERT OR REPLACE INTO gateway_sessions VALUES (?1, ?2, ?3, ?4, ?5)", Name(shard), session.Id, session.ResumeUrl, session.Sequence, session.Intents);
            return true;
        },
        cancellation);

    private static string Name(Shard shard) => shard.ToString();
}
