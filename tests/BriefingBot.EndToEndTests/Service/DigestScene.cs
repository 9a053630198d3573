using System.Globalization;
using BriefingBot.EndToEndTests.CommandLine;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>A channel with an administrator and the bot, on a platform over real sockets and by a clock that is set.</summary>
internal abstract class DigestScene : IAsyncDisposable
{
    private readonly Newsroom _room = new();
    private readonly SetClock _clock = new();
    private readonly List<HostedBot> _bots = [];

    public static async Task<DigestScene> StartAsync(string platform, string now)
    {
        DigestScene scene = platform == "Discord" ? new DiscordDigestScene() : new SlackDigestScene();
        scene._clock.Set(Utc(now));
        scene.Write("tram", "2026-03-01", "Karlsund votes for a tram", "The council of Karlsund has voted for a tram to the harbour. The tram will cost 40 million crowns, the council said.");
        await scene.ConnectAsync();
        await scene.StartBotAsync();
        return scene;
    }

    /// <summary>What everybody in the channel was told, oldest first: nothing but digests.</summary>
    public abstract IReadOnlyList<string> Digests { get; }

    /// <summary>Lets the platform refuse what is posted to the channel.</summary>
    public abstract void RefusePosts(int times);

    /// <summary>The administrator uses a command and reads what they alone are told.</summary>
    public async Task<string> CommandAsync(string command, params (string Name, string Value)[] options)
    {
        var before = Answered().Count;
        Use(command, options);
        await _bots[^1].UntilAsync(() => Answered().Count > before, $"“{command}” was answered");
        return Answered()[^1];

        // On a busy machine the bot says first that it is at work.
        List<string> Answered() => [.. Told.Where(text => !text.Contains("Searching the briefings", StringComparison.Ordinal))];
    }

    /// <summary>Sets the clock and lets all be done that is due then.</summary>
    /// <param name="now">In UTC.</param>
    /// <param name="waiting">What then still waits, and until when.</param>
    public async Task AtAsync(string now, string? waiting = null)
    {
        _clock.Set(Utc(now));
        await _bots[^1].IdleAsync(waiting is null ? null : Utc(waiting));
    }

    /// <summary>Sets the clock and waits for as many digests.</summary>
    public async Task UntilAsync(string now, int digests)
    {
        _clock.Set(Utc(now));
        await _bots[^1].UntilAsync(() => Digests.Count >= digests, $"{digests} digests came");
    }

    /// <summary>Waits until nothing is in hand: whoever is still at it when the clock is set on and on loses their lease.</summary>
    public Task AtRestAsync() => _bots[^1].AtRestAsync();

    public void Write(string name, string day, string title, string text) =>
        _room.Write($"seeds/{name}.md", $"---\ntitle: {title}\nsource: Coast Courier\npublished: {day}\n---\n\n{text}\n");

    public Task IndexAsync() => _bots[0].IndexAsync();

    /// <summary>Another one on the same data folder.</summary>
    public async Task StartBotAsync()
    {
        _bots.Add(await HostedBot.StartAsync(_room, _clock, Settings.Append(("Chat:Instance", $"{_bots.Count}"))));
        await _bots[^1].UntilAsync(() => IsOnline(_bots.Count), "the bot came online");
    }

    public async Task RestartBotAsync()
    {
        await StopAsync();
        await StartBotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await DisconnectAsync();
        _room.Dispose();
    }

    protected abstract IEnumerable<(string Key, string Value)> Settings { get; }

    /// <summary>What only the administrator was told, oldest first.</summary>
    protected abstract IReadOnlyList<string> Told { get; }

    protected abstract void Use(string command, (string Name, string Value)[] options);

    protected abstract bool IsOnline(int bots);

    protected abstract Task ConnectAsync();

    protected abstract ValueTask DisconnectAsync();

    private async Task StopAsync()
    {
        foreach (var bot in _bots) await bot.DisposeAsync();
        _bots.Clear();
        await Waiting.Until(() => IsOnline(0), "the bots to be gone", seconds: 15);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
