using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using CsCheck;

namespace BriefingBot.Tests.Chat.Working;

/// <summary>Whatever step the process dies in, every question is answered, and seen to be answered once.</summary>
public sealed class CrashTests
{
    private static readonly string[] Questions = ["How large was the crack in the Tarvik bridge?", "And the herring catch?", "help", "What did the moon cost?"];

    /// <summary>Who asks what where; after how many steps each process dies; which deliveries fail first.</summary>
    private static readonly Gen<((int Channel, int User, int Question)[] Asked, int[] Lives, bool[] Failing)> Histories =
        Gen.Select(Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, Questions.Length - 1]).Array[1, 4], Gen.Int[1, 40].Array[0, 5], Gen.Bool.Array[8]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_any_history_of_kills_each_question_is_seen_answered_exactly_once(bool forgets) => await Histories.SampleAsync(
        async history =>
        {
            var life = new Life();
            var failing = new Queue<bool>(history.Failing);
            // More attempts than lives: a question that is there at every death would else be taken for the cause of them.
            using var desk = new ChatDesk(new ChatOptions { MaxAttempts = 10 }, decorate: store => new MortalInbox(store, life));
            desk.Platform = new FakePlatform
            {
                MessagesPerReply = 2,
                Forgets = forgets,
                Reached = _ => life.Step(),
                Refuses = _ => failing.TryDequeue(out var fails) && fails ? DeliveryResult.Later("busy") : null,
            };
            if (forgets) desk.ProgressAfter = TimeSpan.Zero;
            desk.Restart();
            var messages = history.Asked.Select((a, i) => desk.Message(
                new AskRequest(Questions[a.Question]), $"user-{a.User}", new("fake", "town", $"channel-{a.Channel}"), $"fake:question-{i}")).ToList();

            foreach (var steps in history.Lives)
            {
                life.Begin(steps);
                await LiveAsync(desk, life, messages);
            }

            life.Begin(int.MaxValue);
            await LiveAsync(desk, life, messages);

            Assert.Equal(messages.Select(m => m.EventKey).Order(), desk.Platform.Seen.Values.GroupBy(s => s.Message.EventKey).Select(g => g.Key).Order());
            Assert.All(desk.Platform.Seen.Values.GroupBy(s => s.Message.EventKey), seen => Assert.Equal(2, seen.Count()));
            if (forgets)
            {
                // No draft is left over, and none became a second reply.
                Assert.Equal(desk.Platform.Seen.Keys.Order(), desk.Platform.Posts.Select(p => p.Key).Order());
                Assert.DoesNotContain(desk.Platform.Posts, p => p.IsDraft);
            }

            foreach (var conversation in messages.GroupBy(m => m.Conversation))
            {
                // Composed once each and in order, so that follow-ups mean the same as without the kills.
                var turns = await desk.Answers.TurnsAsync(conversation.Key, 100, default);
                Assert.Equal(conversation.Select(m => ((AskRequest)m.Request).Question), turns.Select(t => t.Asked));
            }
        },
        iter: 40,
        threads: 1);

    /// <summary>One process from start to its death or to the end of the work. The platform delivers again what was not acknowledged.</summary>
    private static async Task LiveAsync(ChatDesk desk, Life life, IReadOnlyList<IncomingMessage> messages)
    {
        try
        {
            await desk.Worker.ReleaseLeftoversAsync(default);
            foreach (var message in messages) Assert.True(await desk.Inbox.AcceptAsync(message, default) is Acceptance.Accepted or Acceptance.Duplicate);
            for (var rounds = 0; rounds < 50; rounds++)
            {
                await desk.RunAsync();
                if (life.IsOver) break;
                if (await desk.Store.NextDueAsync(desk.Time.GetUtcNow(), default) is not { } due) return;
                desk.Time.SetUtcNow(due);
            }
        }
        catch (KilledException)
        {
        }

        Assert.True(life.IsOver);
        desk.Restart();
    }
}
