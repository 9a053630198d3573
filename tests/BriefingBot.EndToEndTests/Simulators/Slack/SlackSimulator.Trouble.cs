using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Simulators.Slack;

/// <summary>What Slack's servers do to connections and streams; lasting switches are in <see cref="Faults"/>.</summary>
internal sealed partial class SlackSimulator
{
    /// <summary>Sockets that are open and not asked to go.</summary>
    public int SocketsOnline => _sockets.Online;

    /// <summary>Cuts every socket without a close frame.</summary>
    public void DropSockets() => _sockets.ForEach(connection => connection.Drop());

    /// <summary>Closes every socket properly, without a warning.</summary>
    public void CloseSockets() => _sockets.ForEach(connection => connection.Close());

    /// <param name="reason">warning, refresh_requested, too_many_websockets or link_disabled.</param>
    public void Disconnect(string reason) => _sockets.ForEach(connection => _sockets.Disconnect(connection, reason));

    /// <summary>Any message to every socket.</summary>
    public void Send(JsonObject message) => _sockets.ForEach(connection => connection.Send(message["type"].AsString() ?? "", message));

    /// <summary>An event of any name and shape, whether the app subscribes to it or not.</summary>
    public void Dispatch(JsonObject inner)
    {
        lock (_world.Sync) new Events(Settings with { Events = [inner["type"].AsString()!] }, _world, _courier.Deliver).Send(inner["type"].AsString()!, (JsonObject)inner.DeepClone());
    }

    /// <summary>Every running stream is over, as after five minutes.</summary>
    public void ExpireStreams()
    {
        lock (_world.Sync)
        {
            foreach (var stream in _world.Channels.SelectMany(channel => channel.Messages).Select(message => message.Stream).OfType<SimStream>()) stream.ExpiresAt = _world.Now;
        }
    }

    /// <summary>Waits in real time until something is so; fails with <paramref name="what"/> when it does not come.</summary>
    public static Task Until(Func<bool> condition, string what, double seconds = 15) => Waiting.Until(condition, what, seconds);
}
