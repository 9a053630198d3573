namespace BriefingBot.Discord.Gateway;

/// <summary>Keeps each shard's session across restarts, so that what happened in between is delivered and not missed.</summary>
public interface IGatewaySessionStore
{
    ValueTask<GatewaySession?> LoadAsync(Shard shard, CancellationToken cancellation);

    /// <summary>Called after each event: cheap, and durable no later than the handler's own effects.</summary>
    /// <param name="shard">Whose.</param>
    /// <param name="session">Null forgets it.</param>
    /// <param name="cancellation">Stops the saving.</param>
    ValueTask SaveAsync(Shard shard, GatewaySession? session, CancellationToken cancellation);
}
