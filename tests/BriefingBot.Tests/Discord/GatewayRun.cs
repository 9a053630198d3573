using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord;

/// <summary>Our client against a <see cref="SocketServer{TPeer}"/>: what it delivered, what it remembers, and its clock.</summary>
internal sealed class GatewayRun : IAsyncDisposable
{
    public const string Token = "the-secret-of.the-bot.itself";

    private readonly Channel<Dispatch> _delivered = Channel.CreateUnbounded<Dispatch>();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;

    private GatewayRun(SocketServer<GatewayPeer> server, ScriptedApi api, DiscordOptions options, SessionMemory sessions)
    {
        Server = server;
        Sessions = sessions;
        _http = new HttpClient(api);
        var rest = new DiscordRest(_http, options, Time, NullLogger<DiscordRest>.Instance);
        Client = new GatewayClient(rest, options, sessions, Time, NullLogger<GatewayClient>.Instance, new EvenChance()).RunAsync(HandleAsync, _stop.Token);
    }

    public SocketServer<GatewayPeer> Server { get; }

    public ObservedTime Time { get; } = new();

    public SessionMemory Sessions { get; }

    public Task Client { get; }

    /// <summary>Called for each event before it counts as delivered.</summary>
    public Func<Dispatch, CancellationToken, ValueTask> Handler { get; set; } = (_, _) => ValueTask.CompletedTask;

    public static DiscordOptions Plain { get; } = new() { Token = Token, BaseUrl = "http://discord.test/api", Compression = false };

    public static async Task<GatewayRun> StartAsync(DiscordOptions? options = null, SessionMemory? sessions = null, int concurrency = 1, int shards = 1, int remaining = 1000)
    {
        var server = await SocketServer<GatewayPeer>.StartAsync((socket, address, abort) => new GatewayPeer(socket, address, abort));
        var api = new ScriptedApi().Then(200, string.Create(CultureInfo.InvariantCulture, $$$"""
            {"url":"{{{server.Url}}}","shards":{{{shards}}},"session_start_limit":{"total":1000,"remaining":{{{remaining}}},"reset_after":7200000,"max_concurrency":{{{concurrency}}}}}
            """));
        return new GatewayRun(server, api, options ?? Plain, sessions ?? new SessionMemory());
    }

    public Task<Dispatch> DeliveredAsync() => _delivered.Reader.ReadAsync().AsTask().WaitAsync(GatewayPeer.Patience);

    /// <summary>A connection with a fresh session whose READY is handled.</summary>
    public async Task<GatewayPeer> ReadyAsync()
    {
        var peer = await Server.NextAsync();
        await peer.ReadyAsync(Server.Url);
        Assert.IsType<SessionStarted>(await DeliveredAsync());
        return peer;
    }

    /// <summary>Waits until an event is safe.</summary>
    public async Task SavedAsync(long sequence)
    {
        while (await Sessions.Saved.Reader.ReadAsync().AsTask().WaitAsync(GatewayPeer.Patience) < sequence)
        {
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.WaitAsync(GatewayPeer.Patience));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested) await _stop.CancelAsync();
        await Server.DisposeAsync();
        await Client.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(GatewayPeer.Patience);
        _http.Dispose();
        _stop.Dispose();
    }

    private async ValueTask HandleAsync(Dispatch dispatch, CancellationToken cancellation)
    {
        await Handler(dispatch, cancellation);
        _delivered.Writer.TryWrite(dispatch);
    }

    internal sealed class SessionMemory : IGatewaySessionStore
    {
        public ConcurrentDictionary<Shard, GatewaySession> Sessions { get; } = new();

        public Channel<long> Saved { get; } = Channel.CreateUnbounded<long>();

        public ValueTask<GatewaySession?> LoadAsync(Shard shard, CancellationToken cancellation) => ValueTask.FromResult(Sessions.GetValueOrDefault(shard));

        public ValueTask SaveAsync(Shard shard, GatewaySession? session, CancellationToken cancellation)
        {
            if (session is null) Sessions.TryRemove(shard, out _);
            else Sessions[shard] = session;
            Saved.Writer.TryWrite(session?.Sequence ?? 0);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class EvenChance : Random
    {
        public override double NextDouble() => 0.5;
    }
}
