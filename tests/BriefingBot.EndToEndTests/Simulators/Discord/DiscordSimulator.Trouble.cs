using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>What Discord's servers do to a connection; lasting switches are in <see cref="Faults"/>.</summary>
internal sealed partial class DiscordSimulator
{
    /// <summary>Sessions with a live socket.</summary>
    public int SessionsOnline => _gateway.Online;

    /// <summary>Cuts every socket without a close frame.</summary>
    public void DropSockets() => _gateway.ForEach(connection => connection.Drop());

    public void CloseSockets(int code) => _gateway.ForEach(connection => _gateway.Close(connection, code));

    /// <summary>Op 7.</summary>
    public void RequestReconnect() => _gateway.ForEach(connection => _gateway.Send(connection, 7, null));

    /// <summary>Op 9; unless <paramref name="resumable"/> the session is gone. Clients go on over the same socket or a new one.</summary>
    public void InvalidateSessions(bool resumable) => _gateway.ForEach(connection => _gateway.Invalidate(connection, resumable));

    /// <summary>Op 1 from the server: the client must send a heartbeat at once.</summary>
    public void RequestHeartbeat() => _gateway.ForEach(connection => _gateway.Send(connection, 1, null));

    /// <summary>Forgets every session, so that the next resume gets op 9.</summary>
    public void ForgetSessions() => _gateway.ForEach(connection => _gateway.Forget(connection.Session));

    /// <summary>An event of any name and shape, to every session of shard 0.</summary>
    public void Dispatch(string type, JsonObject data) => _gateway.Dispatch(type, null, _ => (JsonObject)data.DeepClone());

    /// <summary>Waits in real time until something is so; fails with <paramref name="what"/> when it does not come.</summary>
    public static Task Until(Func<bool> condition, string what, double seconds = 15) => Waiting.Until(condition, what, seconds);
}
