using System.Globalization;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Two real processes on one store, by the real clock: what is due comes once, whoever dies over it.</summary>
public sealed class DigestKillTests : IAsyncLifetime
{
    private readonly Scene _scene = new();
    private RunningService? _other;

    public ValueTask InitializeAsync() => _scene.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_other is not null) await _other.DisposeAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task A_digest_over_which_a_process_is_killed_comes_once()
    {
        var (channel, _) = _scene.Place();
        var chief = _scene.Sim.AddUser("chief", isAdmin: true);
        _other = _scene.StartOther();
        await _scene.UntilAsync(() => _scene.Sim.SocketsOnline == 4, "both came online");
        await _scene.CommandAsync(channel, chief, "digest subscribe 00:00 zone:UTC");
        var due = await DueSoonAsync(channel, chief);

        await _scene.UntilAsync(() => Now >= due, "it was due", seconds: 90);
        await _scene.Service.KillAsync();
        await _scene.UntilDeadAsync();
        _scene.Start();
        await _scene.UntilAsync(() => _scene.Sim.Answers(channel).Count > 0, "the digest came", seconds: 60);
        await _scene.CommandAsync(channel, chief, "digest list");

        Assert.Contains("Digest: ", Assert.Single(_scene.Sim.Answers(channel)).Read(), StringComparison.Ordinal);
    }

    /// <summary>Moves it to a minute that is about to begin, again if that was over before it was stored.</summary>
    private async Task<DateTimeOffset> DueSoonAsync(SimChannel channel, SimUser chief)
    {
        while (true)
        {
            var soon = Now.AddSeconds(5);
            var due = new DateTimeOffset(soon.Year, soon.Month, soon.Day, soon.Hour, soon.Minute, 0, TimeSpan.Zero).AddMinutes(1);
            var next = due.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
            var line = await _scene.CommandAsync(channel, chief, string.Create(CultureInfo.InvariantCulture, $"digest edit time:{due:HH\\:mm}"));
            if (line.Read().Contains($"next {next}", StringComparison.Ordinal)) return due;
        }
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private sealed class Scene() : SlackNewsroom(new SimulatorSettings(), ("Chat:Instance", "one"))
    {
        internal RunningService StartOther() => RunningService.Start(Room, Settings.Append(("Chat:Instance", "other")));

        internal Task UntilDeadAsync() => SlackSimulator.Until(() => Sim.SocketsOnline == 2, "its sockets to be gone");
    }
}
