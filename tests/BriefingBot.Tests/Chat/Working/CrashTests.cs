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

    private sealed class KilledException : Exception;

    private sealed class Life
    {
        private readonly AsyncLocal<int> _born = new();
        private readonly Lock _lock = new();
        private int _lives;
        private int _left = int.MaxValue;

        public bool IsOver => _left <= 0;

        public void Begin(int steps)
        {
            lock (_lock) (_left, _born.Value) = (steps, ++_lives);
        }

        /// <summary>A dead process does nothing any more, and neither does what it began and the next one finds still running.</summary>
        public void Step()
        {
            lock (_lock)
            {
                if (_born.Value == _lives && _left > 0) _left--;
                if (_born.Value != _lives || IsOver) throw new KilledException();
            }
        }
    }

    /// <summary>The process may die before and after each transaction.</summary>
    private sealed class MortalInbox(IInboxStore store, Life life) : IInboxStore
    {
        public ValueTask<Acceptance> AcceptAsync(IncomingMessage message, InboxLimits limits, CancellationToken cancellation) => Do(() => store.AcceptAsync(message, limits, cancellation));

        public ValueTask<InboxEntry?> ClaimAsync(Lease lease, ConcurrencyLimits limits, CancellationToken cancellation) => Do(() => store.ClaimAsync(lease, limits, cancellation));

        public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) => Do(() => store.NextDueAsync(now, cancellation));

        public ValueTask<bool> DraftAsync(long entry, Lease lease, string? draft, CancellationToken cancellation) => Do(() => store.DraftAsync(entry, lease, draft, cancellation));

        public ValueTask<bool> AnswerAsync(long entry, Lease lease, ComposedReply composed, CancellationToken cancellation) => Do(() => store.AnswerAsync(entry, lease, composed, cancellation));

        public async ValueTask RecordAsync(long entry, DeliveryReceipt receipt, CancellationToken cancellation) => await Do(() => Done(store.RecordAsync(entry, receipt, cancellation)));

        public ValueTask<bool> DeliveredAsync(long entry, Lease lease, CancellationToken cancellation) => Do(() => store.DeliveredAsync(entry, lease, cancellation));

        public ValueTask<bool> RetryAsync(long entry, Lease lease, DateTimeOffset due, string reason, bool payloadRefused, CancellationToken cancellation) =>
            Do(() => store.RetryAsync(entry, lease, due, reason, payloadRefused, cancellation));

        public ValueTask<bool> DropAsync(long entry, Lease lease, string reason, CancellationToken cancellation) => Do(() => store.DropAsync(entry, lease, reason, cancellation));

        public async ValueTask ReleaseAsync(long entry, Lease lease, DateTimeOffset due, CancellationToken cancellation) => await Do(() => Done(store.ReleaseAsync(entry, lease, due, cancellation)));

        public async ValueTask ReleaseAllAsync(string ownerPrefix, DateTimeOffset now, CancellationToken cancellation) => await Do(() => Done(store.ReleaseAllAsync(ownerPrefix, now, cancellation)));

        private async ValueTask<T> Do<T>(Func<ValueTask<T>> work)
        {
            life.Step();
            var result = await work();
            life.Step();
            return result;
        }

        private static async ValueTask<bool> Done(ValueTask work)
        {
            await work;
            return true;
        }
    }
}
