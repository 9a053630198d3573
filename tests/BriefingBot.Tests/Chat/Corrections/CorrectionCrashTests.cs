using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Answering;
using BriefingBot.Tests.Chat.Working;
using CsCheck;

namespace BriefingBot.Tests.Chat.Corrections;

/// <summary>Whatever step the process dies in, each change is told to each answer once.</summary>
public sealed class CorrectionCrashTests
{
    private static readonly Gen<(int[] Lives, bool[] Failing)> Histories = Gen.Select(Gen.Int[1, 30].Array[0, 8], Gen.Bool.Array[4]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_any_history_of_kills_each_answer_is_corrected_exactly_once_for_each_change(bool forgets) => await Histories.SampleAsync(
        async history =>
        {
            var life = new Life();
            var failing = new Queue<bool>(history.Failing);
            using var desk = new ChatDesk(
                new ChatOptions { MaxAttempts = 10 }, [CorrectionDesk.Tram, Harbour.Bridge, Harbour.BridgeElsewhere, Harbour.Herring],
                store => new MortalInbox(store, life), decorateCorrections: store => new MortalCorrections(store, life));
            life.Begin(int.MaxValue);
            await desk.FollowAsync();
            await desk.SayAsync(new AskRequest(CorrectionDesk.Question));
            await desk.SayAsync(new AskRequest(CorrectionDesk.Question), place: new ChatPlace("fake", "", "dm-ann"));
            desk.Platform = new FakePlatform
            {
                MessagesPerReply = 2,
                Forgets = forgets,
                Reached = _ => life.Step(),
                Refuses = _ => failing.TryDequeue(out var fails) && fails ? DeliveryResult.Later("busy") : null,
            };
            desk.Restart();

            var lives = new Queue<int>(history.Lives);
            Action[] changes = [() => desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("52"))), () => desk.Withdraw("tram")];
            foreach (var change in changes)
            {
                change();
                do
                {
                    life.Begin(lives.TryDequeue(out var steps) ? steps : int.MaxValue);
                }
                while (!await LiveAsync(desk, life));
            }

            var seen = desk.Platform.Seen.Values.GroupBy(s => s.Message.EventKey).ToList();
            Assert.Equal(4, seen.Count);
            Assert.All(seen, messages => Assert.Equal(2, messages.Count()));
            if (forgets) Assert.Equal(desk.Platform.Seen.Keys.Order(), desk.Platform.Posts.Select(p => p.Key).Order());
            Assert.Equal(
                [(CorrectionDesk.Cost, CorrectionDesk.CostOf("52")), (CorrectionDesk.Cost, CorrectionDesk.CostOf("52")), (CorrectionDesk.CostOf("52"), ""), (CorrectionDesk.CostOf("52"), "")],
                seen.Select(g => g.First().Reply.Part<CorrectionPart>().Cards.Single()).Select(c => (c.Before, c.After)));
        },
        iter: 30,
        threads: 1);

    /// <summary>One process, to its death or the end of the work; whether it reached that.</summary>
    private static async Task<bool> LiveAsync(ChatDesk desk, Life life)
    {
        try
        {
            await desk.Worker.ReleaseLeftoversAsync(default);
            for (var rounds = 0; rounds < 50; rounds++)
            {
                await desk.FollowAsync(new MortalLedger(new SqliteChangeLedger(desk.Database), life));
                desk.Time.Advance(CorrectionDesk.Options.Settled);
                await desk.TellAsync();
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

    private sealed class MortalLedger(IChangeLedger ledger, Life life) : IChangeLedger
    {
        public ValueTask<long?> SequenceAsync(CancellationToken cancellation) => life.DoAsync(() => ledger.SequenceAsync(cancellation));

        public ValueTask<bool> AdvanceAsync(long? from, long upTo, ChangeConsequences consequences, CancellationToken cancellation) =>
            life.DoAsync(() => ledger.AdvanceAsync(from, upTo, consequences, cancellation));
    }

    private sealed class MortalCorrections(ICorrectionStore store, Life life) : ICorrectionStore
    {
        public ValueTask<IReadOnlyList<ChangedArticle>> SettledAsync(DateTimeOffset last, DateTimeOffset first, CancellationToken cancellation) =>
            life.DoAsync(() => store.SettledAsync(last, first, cancellation));

        public ValueTask<int> CountWithdrawnAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation) => life.DoAsync(() => store.CountWithdrawnAsync(since, until, cancellation));

        public ValueTask<IReadOnlyList<CitingAnswer>> CitingAsync(IReadOnlyCollection<ArticleId> articles, DateTimeOffset since, CancellationToken cancellation) =>
            life.DoAsync(() => store.CitingAsync(articles, since, cancellation));

        public ValueTask<bool> TakeAsync(IReadOnlyList<ChangedArticle> articles, IReadOnlyList<IncomingMessage> corrections, DateTimeOffset now, CancellationToken cancellation) =>
            life.DoAsync(() => store.TakeAsync(articles, corrections, now, cancellation));

        public ValueTask<GivenAnswer?> FindAsync(string answer, CancellationToken cancellation) => life.DoAsync(() => store.FindAsync(answer, cancellation));

        public ValueTask<bool> IsToldAsync(string answer, ChatPlace thread, ToldCitation told, CancellationToken cancellation) => life.DoAsync(() => store.IsToldAsync(answer, thread, told, cancellation));
    }
}
