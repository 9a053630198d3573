using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using BriefingBot.Slack;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.SocketMode;

/// <summary>Our client against a <see cref="SocketServer{TPeer}"/>: what it delivered, what it logged, and its clock.</summary>
internal sealed class SocketRun : IAsyncDisposable
{
    private readonly Channel<Envelope> _delivered = Channel.CreateUnbounded<Envelope>();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;

    private SocketRun(SocketServer<SocketPeer> server, ScriptedApi api, int connections)
    {
        Server = server;
        _http = new HttpClient(api);
        var options = new SlackOptions { AppToken = "xapp-secret", BaseUrl = "http://slack.test/api", Connections = connections };
        var slack = new SlackWebApi(_http, options, Time, NullLogger<SlackWebApi>.Instance);
        Client = new SocketModeClient(slack, options, Time, Log, new EvenChance()).RunAsync(HandleAsync, _stop.Token);
    }

    public SocketServer<SocketPeer> Server { get; }

    public ObservedTime Time { get; } = new();

    public Warnings Log { get; } = new();

    public Task Client { get; }

    /// <summary>Called for each envelope before it counts as handled.</summary>
    public Func<Envelope, CancellationToken, ValueTask> Handler { get; set; } = (_, _) => ValueTask.CompletedTask;

    /// <param name="connections">Sockets to hold.</param>
    /// <param name="first">What apps.connections.open says before it gives addresses.</param>
    public static async Task<SocketRun> StartAsync(int connections = 1, Action<ScriptedApi>? first = null)
    {
        var server = await SocketServer<SocketPeer>.StartAsync((socket, address, abort) => new SocketPeer(socket, address, abort));
        var api = new ScriptedApi();
        first?.Invoke(api);
        for (var ticket = 1; ticket <= 20; ticket++) api.Then(200, string.Create(CultureInfo.InvariantCulture, $$"""{"ok":true,"url":"{{server.Url}}/link/?ticket={{ticket}}"}"""));
        return new SocketRun(server, api, connections);
    }

    public Task<Envelope> DeliveredAsync() => _delivered.Reader.ReadAsync().AsTask().WaitAsync(SocketPeer.Patience);

    /// <summary>A socket that Slack has said hello on.</summary>
    public async Task<SocketPeer> OpenAsync()
    {
        var peer = await Server.NextAsync();
        await HelloAsync(peer);
        // The hello is read in order, so that what was answered after it proves it.
        await AssertWorksAsync(peer, $"hello {peer.Address}");
        return peer;
    }

    public static Task HelloAsync(SocketPeer peer) =>
        peer.SayAsync("""{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","build_number":10,"approximate_connection_time":18060},"connection_info":{"app_id":"A1"}}""");

    public static Task EventAsync(SocketPeer peer, string id) =>
        peer.SayAsync($$"""{"envelope_id":"{{id}}","type":"events_api","payload":{"type":"event_callback","event_id":"Ev{{id}}"},"accepts_response_payload":false,"retry_attempt":0,"retry_reason":""}""");

    public static async Task AssertAcknowledgesAsync(SocketPeer peer, string id) => Assert.Equal($$"""{"envelope_id":"{{id}}"}""", (await peer.HearAsync()).GetRawText());

    /// <summary>By an envelope that is only acknowledged.</summary>
    public static async Task AssertWorksAsync(SocketPeer peer, string id)
    {
        await peer.SayAsync($$$"""{"envelope_id":"{{{id}}}","type":"something_new","payload":{}}""");
        await AssertAcknowledgesAsync(peer, id);
    }

    public Task StopAsync() => _stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Server.DisposeAsync();
        await Client.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(SocketPeer.Patience);
        _http.Dispose();
        _stop.Dispose();
    }

    private async ValueTask HandleAsync(Envelope envelope, CancellationToken cancellation)
    {
        await Handler(envelope, cancellation);
        _delivered.Writer.TryWrite(envelope);
    }

    internal sealed class Warnings : ILogger<SocketModeClient>
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Messages.Enqueue(formatter(state, exception));
        }
    }

    private sealed class EvenChance : Random
    {
        public override double NextDouble() => 0.5;
    }
}
