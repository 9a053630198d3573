using BriefingBot.Answering;
using BriefingBot.Chat;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord.Receiving;

/// <summary>The bot on a real inbox, with Discord by a script and the events handed in by the test.</summary>
internal sealed class DiscordDesk : IDisposable, IAnswerStore, IChannelSettingsStore, IDiscordConnection
{
    public const string Me = "99";

    private readonly TempDataFolder _temp = new();
    private readonly ChatDatabase _database;
    private readonly SqliteInboxStore _store;
    private readonly ChatInbox _inbox;
    private readonly HttpClient _http;
    private readonly FileDownload _files;
    private readonly ObservedTime _time = new();
    private readonly List<string> _events = [];

    public DiscordDesk(ChatOptions? options = null)
    {
        _database = ChatDatabase.Open(_temp.Folder);
        _store = new SqliteInboxStore(_database);
        _inbox = new ChatInbox(_store, options ?? new ChatOptions());
        _http = new HttpClient(Api);
        _files = new FileDownload(Files);
        var discord = new DiscordOptions { Token = "t", ApplicationId = "1", BaseUrl = "http://discord.test/api", FilesUrl = "http://files.test" };
        Bot = new DiscordBot(new DiscordRest(_http, discord, _time, NullLogger<DiscordRest>.Instance), discord, _inbox, this, this, _files, _time, NullLogger<DiscordBot>.Instance);
    }

    public ScriptedApi Api { get; } = new();

    public DiscordBot Bot { get; }

    /// <summary>Where files are kept.</summary>
    public ScriptedApi Files { get; } = new();

    public bool FollowUps { get; set; }

    public string Ingest { get; set; } = "";

    /// <summary>The action of every button; null when none is known.</summary>
    public ButtonAction? Button { get; set; }

    public bool PrivateAnswers { get; set; }

    /// <summary>Messages of ours that carried an answer.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>Requests beyond those of the start.</summary>
    public IEnumerable<ScriptedApi.Request> Requests => Api.Requests.Skip(3);

    public void PassTime(TimeSpan time) => _time.Advance(time);

    /// <summary>Runs the bot over these events, given by name and data.</summary>
    public async Task HappenAsync(params (string Name, string Data)[] events)
    {
        _events.Clear();
        foreach (var (name, data) in events) _events.AddRange([name, data]);
        await Bot.RunAsync(this, default);
    }

    /// <summary>What Discord says when the bot starts, before what the test makes it say.</summary>
    public ScriptedApi Starts() => Api.Then(200, "[]").Then(200, "[]").Then(200, $$"""{"id":"{{Me}}"}""");

    public async Task<IncomingMessage?> TakeAsync()
    {
        var now = _time.GetUtcNow();
        return (await _store.ClaimAsync(new Lease(Guid.NewGuid().ToString(), now, now.AddMinutes(9)), new ConcurrencyLimits(64, 64), default))?.Message;
    }

    public async Task RunAsync(DispatchHandler handle, CancellationToken cancellation)
    {
        foreach (var pair in _events.Chunk(2))
        {
            using var data = System.Text.Json.JsonDocument.Parse(pair[1]);
            var dispatch = DispatchReader.Read(new Shard(0, 1), pair[0], data.RootElement, out var malformed);
            Assert.Null(malformed);
            await handle(dispatch, cancellation);
        }
    }

    public ValueTask<ChannelSettings> SettingsAsync(ChatPlace place, CancellationToken cancellation)
    {
        Assert.Equal("", place.Thread);
        return ValueTask.FromResult(ChannelSettings.Default with { FollowUps = FollowUps, Ingest = Ingest });
    }

    public ValueTask<AnswerRecord?> FindByMessageAsync(string platform, string messageId, CancellationToken cancellation) =>
        ValueTask.FromResult(Answered.Contains(messageId) ? Record() : null);

    public ValueTask<StoredButton?> FindButtonAsync(string id, CancellationToken cancellation) =>
        ValueTask.FromResult(Button is { } action ? new StoredButton(action, Record(), ChatReply.Of(PrivateAnswers), false) : null);

    public ValueTask<IReadOnlyList<AnswerRecord>> TurnsAsync(string conversation, int most, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<AnswerRecord>> RecentAsync(string platform, string user, int most, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Gap>> GapsAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public void Dispose()
    {
        _files.Dispose();
        _http.Dispose();
        _inbox.Dispose();
        _database.Dispose();
        _temp.Dispose();
    }

    private AnswerRecord Record() => new(
        "a", new ChatPlace("discord", "10", "20"), "11", PrivateAnswers, "", NewsDesk.Now, "q", "q", AnswerStatus.Answered, "", new AskedScope(null, true, []), []);
}
