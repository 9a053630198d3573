using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Chat.Working;
using BriefingBot.Tests.Digests;
using CsCheck;

namespace BriefingBot.Tests.Chat.Subscriptions;

/// <summary>Whatever step the process dies in, each digest is seen once, and none tells what another told.</summary>
public sealed class DigestCrashTests
{
    private static readonly Gen<(int[] Lives, bool[] Failing, int Days, bool Quiet)> Histories = Gen.Select(Gen.Int[1, 45].Array[0, 8], Gen.Bool.Array[6], Gen.Int[1, 3], Gen.Bool);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_any_history_of_kills_each_slot_is_delivered_exactly_once(bool forgets) => await Histories.SampleAsync(
        async history =>
        {
            var life = new Life();
            var failing = new Queue<bool>(history.Failing);
            using var desk = new ChatDesk(
                new ChatOptions { MaxAttempts = 10 }, [Strand.Bridge, Strand.BridgeElsewhere, Strand.Vote, Strand.BridgeNextDay],
                store => new MortalInbox(store, life), decorateSubscriptions: store => new MortalSubscriptions(store, life));
            life.Begin(int.MaxValue);
            desk.Time.AdjustTime(DigestDesk.Tuesday.AddDays(-1));
            var ids = new[] { await desk.SubscribeAsync(), await desk.SubscribeAsync(new SubscribeRequest("08:00", "Europe/Berlin", Topic: "Strand bridge"), DigestDesk.Direct) };
            if (history.Quiet) await desk.SetAsync(new SettingsRequest(Quiet: "7-9"));
            desk.Platform = new FakePlatform
            {
                MessagesPerReply = 2,
                Forgets = forgets,
                Reached = _ => life.Step(),
                Refuses = _ => failing.TryDequeue(out var fails) && fails ? DeliveryResult.Later("busy") : null,
            };
            desk.Restart();

            var lives = new Queue<int>(history.Lives);
            for (var day = 0; day < history.Days; day++)
            {
                desk.Time.AdjustTime(DigestDesk.Tuesday.AddDays(day - 1).AddHours(2));
                do
                {
                    life.Begin(lives.TryDequeue(out var steps) ? steps : int.MaxValue);
                }
                while (!await LiveAsync(desk, life));
            }

            var seen = desk.Platform.Seen.Values.GroupBy(s => s.Message.EventKey).ToList();
            var expected = ids.SelectMany(id => Enumerable.Range(0, history.Days).Select(day => $"digest:{id}:2024-03-{18 + day}"));
            Assert.Equal(expected.Order(), seen.Select(g => g.Key).Order());
            Assert.All(seen, messages => Assert.Equal(2, messages.Count()));
            if (forgets) Assert.Equal(desk.Platform.Seen.Keys.Order(), desk.Platform.Posts.Select(p => p.Key).Order());
            foreach (var id in ids)
            {
                var told = seen.Where(g => g.Key.Contains(id, StringComparison.Ordinal)).SelectMany(g => g.First().Reply.Part<DigestPart>().Stories).ToList();
                if (id == ids[0]) Assert.Single(told, s => s.Headline == Strand.Vote.Title);
                Assert.Equal(told.Count, told.Select(s => s.Headline + s.Update).Distinct().Count());
            }
        },
        iter: 40,
        threads: 1);

    /// <summary>One process, to its death or the end of the work; whether it reached that.</summary>
    private static async Task<bool> LiveAsync(ChatDesk desk, Life life)
    {
        try
        {
            await desk.Worker.ReleaseLeftoversAsync(default);
            for (var rounds = 0; rounds < 50; rounds++)
            {
                await desk.Scheduler.TakeDueAsync(default);
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
