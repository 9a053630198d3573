using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Chat.Working;
using BriefingBot.Discord;
using BriefingBot.Discord.Gateway;
using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.Indexing;
using BriefingBot.Slack;
using BriefingBot.Slack.SocketMode;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The program's own composition inside the test, on another clock: a process of its own has no clock that can be set.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ImpatientClock _looking;
    private readonly Newsroom _room;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private HostedBot(Newsroom room, SetClock clock, IEnumerable<(string Key, string Value)> settings)
    {
        (_room, _looking) = (room, new ImpatientClock(clock));
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Prepend((Key: "Data:Folder", Value: room.PathOf("data"))).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
            .AddBriefingBot()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(p => new DigestScheduler(p.GetRequiredService<ISubscriptionStore>(), p.GetRequiredService<IChannelSettingsStore>(), p.GetRequiredService<ChatInbox>(), _looking))
            .AddLogging(logging => logging.ClearProviders())
            .BuildServiceProvider();
    }

    public static async Task<HostedBot> StartAsync(Newsroom room, SetClock clock, IEnumerable<(string Key, string Value)> settings)
    {
        var bot = new HostedBot(room, clock, settings);
        await bot.IndexAsync();
        bot._running = bot.RunAsync();
        return bot;
    }

    /// <summary>Takes up what is new in the newsroom.</summary>
    public async Task IndexAsync()
    {
        using var scope = _services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IndexingPipeline>().RunAsync([_room.PathOf("seeds")], IndexingMode.Full, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Until what is due by the clock as it is set was taken, worked on and delivered, but for what waits until an instant.</summary>
    public async Task IdleAsync(DateTimeOffset? waiting = null)
    {
        var waits = _looking.Waits;
        await UntilAsync(() => _looking.Waits >= waits + 2, "the scheduler looked at the clock");
        var inbox = _services.GetRequiredService<IInboxStore>();
        await UntilAsync(() => inbox.NextDueAsync(default, _stop.Token).AsTask().GetAwaiter().GetResult() == waiting, "everything was done");
    }

    /// <summary>Until nothing is being worked on, though it may be due again later.</summary>
    public async Task AtRestAsync()
    {
        await using var chats = new SqliteConnection($"Data Source={_room.Data.ChatDatabase};Mode=ReadOnly;Pooling=False");
        await chats.OpenAsync(_stop.Token);
        await using var claimed = chats.CreateCommand();
        claimed.CommandText = "SELECT count(*) FROM inbox WHERE owner IS NOT NULL";
        await UntilAsync(() => claimed.ExecuteScalar() is 0L, "all work was done");
    }

    public async Task UntilAsync(Func<bool> condition, string what)
    {
        await Waiting.Until(() => condition() || _running.IsCompleted, what, seconds: 30);
        if (_running.IsCompleted) await _running;
    }

    /// <summary>In good order.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    private Task RunAsync()
    {
        var parts = new List<Task> { _services.GetRequiredService<ChatWorker>().RunAsync(_stop.Token), _services.GetRequiredService<DigestScheduler>().RunAsync(_stop.Token) };
        if (_services.GetRequiredService<DiscordOptions>().Token.Length > 0) parts.Add(_services.GetRequiredService<DiscordBot>().RunAsync(_services.GetRequiredService<IDiscordConnection>(), _stop.Token));
        if (_services.GetRequiredService<SlackOptions>().BotToken.Length > 0) parts.Add(_services.GetRequiredService<SlackBot>().RunAsync(_services.GetRequiredService<ISlackConnection>(), _stop.Token));
        return Task.WhenAll(parts);
    }
}
