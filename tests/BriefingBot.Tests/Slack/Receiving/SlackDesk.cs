using System.Text.Json;
using BriefingBot.Answering;
using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Slack;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Slack.Receiving;

/// <summary>The bot on a real inbox, with Slack's Web API by a fake and the envelopes handed in by the test.</summary>
internal sealed class SlackDesk : IDisposable, IAnswerStore, IChannelSettingsStore, ISlackConnection
{
    private readonly TempDataFolder _temp = new();
    private readonly ChatDatabase _database;
    private readonly SqliteInboxStore _store;
    private readonly ChatInbox _inbox;
    private readonly HttpClient _http;
    private readonly FileDownload _files;
    private readonly ObservedTime _time = new();
    private readonly List<Envelope> _envelopes = [];

    public SlackDesk(ChatOptions? options = null, SlackOptions? slack = null)
    {
        _database = ChatDatabase.Open(_temp.Folder);
        _store = new SqliteInboxStore(_database);
        _inbox = new ChatInbox(_store, options ?? new ChatOptions());
        _http = new HttpClient(Api);
        _files = new FileDownload(Files);
        slack = (slack ?? new SlackOptions()) with { BotToken = "xoxb-t", BaseUrl = "http://slack.test/api", FilesUrl = "http://files.test" };
        Bot = new SlackBot(new SlackWebApi(_http, slack, _time, NullLogger<SlackWebApi>.Instance), slack, _inbox, this, this, _files, _time, Log);
    }

    public SlackApi Api { get; } = new();

    public SlackBot Bot { get; }

    public LogLines<SlackBot> Log { get; } = new();

    /// <summary>Where files are kept.</summary>
    public ScriptedApi Files { get; } = new();

    public bool FollowUps { get; set; }

    public string Ingest { get; set; } = "";

    /// <summary>Threads that hold an answer of ours.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>Questions that were asked before.</summary>
    public List<string> Asked { get; } = [];

    public void PassTime(TimeSpan time) => _time.Advance(time);

    /// <summary>Runs the bot over these envelopes.</summary>
    public async Task HappenAsync(params Envelope[] envelopes)
    {
        _envelopes.Clear();
        _envelopes.AddRange(envelopes);
        await Bot.RunAsync(this, default);
    }

    public static Envelope Event(string json) => Of(Envelope.Events, $$"""{"team_id":"T1","event_id":"Ev1","event":{{json}}}""");

    public static Envelope Command(string text, string channel = "C20", string trigger = "1.2.3") => Of(
        Envelope.SlashCommand,
        $$"""{"command":"/briefing","text":{{JsonSerializer.Serialize(text)}},"channel_id":"{{channel}}","user_id":"U11","team_id":"T1","trigger_id":"{{trigger}}","response_url":"http://slack.test/commands/response"}""");

    public static Envelope Interaction(string json) => Of(Envelope.Interactive, json);

    public async Task<IncomingMessage?> TakeAsync()
    {
        var now = _time.GetUtcNow();
        return (await _store.ClaimAsync(new Lease(Guid.NewGuid().ToString(), now, now.AddMinutes(9)), new ConcurrencyLimits(64, 64), default))?.Message;
    }

    public async Task RunAsync(EnvelopeHandler handle, CancellationToken cancellation)
    {
        foreach (var envelope in _envelopes) await handle(envelope, cancellation);
    }

    public ValueTask<ChannelSettings> SettingsAsync(ChatPlace place, CancellationToken cancellation)
    {
        Assert.Equal("", place.Thread);
        return ValueTask.FromResult(ChannelSettings.Default with { FollowUps = FollowUps, Ingest = Ingest });
    }

    public ValueTask<IReadOnlyList<AnswerRecord>> TurnsAsync(string conversation, int most, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<AnswerRecord>>(Answered.Any(thread => conversation.Split('\n')[3] == thread) ? [Record("q")] : []);

    public ValueTask<IReadOnlyList<AnswerRecord>> RecentAsync(string platform, string user, int most, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<AnswerRecord>>([.. Asked.Select(Record)]);

    public ValueTask<AnswerRecord?> FindByMessageAsync(string platform, string messageId, CancellationToken cancellation) => ValueTask.FromResult<AnswerRecord?>(null);

    public ValueTask<StoredButton?> FindButtonAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Gap>> GapsAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public void Dispose()
    {
        _files.Dispose();
        _http.Dispose();
        _inbox.Dispose();
        _database.Dispose();
        _temp.Dispose();
    }

    private static Envelope Of(string type, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Envelope("e", type, document.RootElement.Clone());
    }

    private static AnswerRecord Record(string asked) => new(
        "a", new ChatPlace("slack", "T1", "C20"), "U11", false, "", NewsDesk.Now, asked, asked, AnswerStatus.Answered, "", new AskedScope(null, true, []), []);
}
