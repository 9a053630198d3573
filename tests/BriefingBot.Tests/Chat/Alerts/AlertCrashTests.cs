using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Chat.Working;
using BriefingBot.Tests.Digests;
using CsCheck;

namespace BriefingBot.Tests.Chat.Alerts;

/// <summary>Whatever step the process dies in, each alert tells each story once.</summary>
public sealed class AlertCrashTests
{
    private static readonly Gen<(int[] Lives, bool[] Failing)> Histories = Gen.Select(Gen.Int[1, 45].Array[0, 8], Gen.Bool.Array[6]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_any_history_of_kills_each_story_is_told_exactly_once(bool forgets) => await Histories.SampleAsync(
        async history =>
        {
            var life = new Life();
            var failing = new Queue<bool>(history.Failing);
            using var desk = new ChatDesk(
                new ChatOptions { MaxAttempts = 10 }, [AlertDesk.Library], store => new MortalInbox(store, life),
                decorateAlerts: store => new MortalAlerts(store, life), decorateLedger: ledger => new MortalLedger(ledger, life));
            life.Begin(int.MaxValue);
            desk.AlertsOptions = new AlertsOptions { MinimumHoursBetween = 0, MostPerDay = 100 };
            desk.Restart();
            await desk.FollowAsync();
            var ids = new[] { await desk.WaitForAsync("Strand bridge"), await desk.WaitForAsync("Why is the Strand bridge closed?", place: AlertDesk.Direct) };
            desk.Platform = new FakePlatform
            {
                MessagesPerReply = 2,
                Forgets = forgets,
                Reached = _ => life.Step(),
                Refuses = _ => failing.TryDequeue(out var fails) && fails ? DeliveryResult.Later("busy") : null,
            };
            desk.Restart();

            var lives = new Queue<int>(history.Lives);
            foreach (var articles in new[] { [Strand.Bridge], [Strand.BridgeReprint, Strand.BridgeElsewhere], new[] { Strand.BridgeNextDay } })
            {
                desk.Publish(articles);
                do
                {
                    life.Begin(lives.TryDequeue(out var steps) ? steps : int.MaxValue);
                }
                while (!await LiveAsync(desk, life));
            }

            var seen = desk.Platform.Seen.Values.GroupBy(s => s.Message.EventKey).ToList();
            Assert.All(seen, messages => Assert.Equal(2, messages.Count()));
            if (forgets) Assert.Equal(desk.Platform.Seen.Keys.Order(), desk.Platform.Posts.Select(p => p.Key).Order());
            foreach (var id in ids)
            {
                var told = seen.Where(g => g.Key.Contains(id, StringComparison.Ordinal)).SelectMany(g => g.First().Reply.Part<DigestPart>().Stories).ToList();
                Assert.Single(told, s => s.Update.Length == 0);
                Assert.Single(told, s => s.Headline == Strand.BridgeNextDay.Title);
                Assert.Equal(told.Count, told.Select(s => s.Headline + s.Update).Distinct().Count());
            }
        },
        iter: 40,
        threads: 1);

    [Fact]
    public async Task Of_two_processes_that_look_at_once_one_tells()
    {
        using var desk = await AlertDesk.MakeAsync();
        await desk.WaitForAsync("Strand bridge");
        desk.Publish(Strand.Bridge);
        await desk.FollowAsync();
        var waiting = Assert.Single(await desk.Alerts.WaitingAsync(desk.Time.GetUtcNow(), default));
        IncomingMessage Due(int bundle) => desk.Message(new DueAlert(waiting.Alert.Id, bundle), key: $"alert:{waiting.Alert.Id}:{bundle}");

        Assert.True(await desk.Alerts.TakeAsync(Due(1), default));
        Assert.False(await desk.Alerts.TakeAsync(Due(1), default));
        Assert.False(await desk.Alerts.TakeAsync(Due(2), default));
        await desk.RunAsync();
        Assert.Single(desk.Told());
    }

    /// <summary>One process, to its death or the end of the work; whether it reached that.</summary>
    private static async Task<bool> LiveAsync(ChatDesk desk, Life life)
    {
        try
        {
            await desk.Worker.ReleaseLeftoversAsync(default);
            for (var rounds = 0; rounds < 50; rounds++)
            {
                await desk.FollowAsync();
                await desk.AlertScheduler.TakeDueAsync(default);
                desk.Time.Advance(AlertScheduler.Settled);
                await desk.AlertScheduler.TakeDueAsync(default);
                await desk.RunAsync();
                if (life.IsOver) break;
                if (await desk.Store.NextDueAsync(desk.Time.GetUtcNow(), default) is not { } due) return true;
                desk.Time.AdjustTime(due);
            }
        }
        catch (KilledException)
        {
        }

        Assert.True(life.IsOver);
        desk.Restart();
        return false;
    }
}
