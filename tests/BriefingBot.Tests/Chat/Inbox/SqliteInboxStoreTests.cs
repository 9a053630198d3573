using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.Chat.Inbox;

public sealed class SqliteInboxStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = NewsDesk.Now;
    private static readonly InboxLimits Wide = new(1000, 1000, 1000);
    private static readonly ConcurrencyLimits Free = new(64, 64);

    private readonly TempDataFolder _temp = new();
    private readonly ChatDatabase _database;
    private readonly SqliteInboxStore _store;
    private readonly Dictionary<long, Lease> _leases = [];

    public SqliteInboxStoreTests()
    {
        _database = ChatDatabase.Open(_temp.Folder);
        _store = new SqliteInboxStore(_database);
    }

    [Fact]
    public async Task An_event_is_accepted_once()
    {
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("a"));
        Assert.Equal(Acceptance.Duplicate, await AcceptAsync("a"));
        using var second = ChatDatabase.Open(_temp.Folder);
        Assert.Equal(Acceptance.Duplicate, await new SqliteInboxStore(second).AcceptAsync(Message("a"), Wide, default));
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_once_and_others_are_not_held_up()
    {
        var limits = Wide with { WaitingPerUser = 2 };
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("a", limits: limits));
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("b", limits: limits));
        Assert.Equal(Acceptance.TooManyFromUser, await AcceptAsync("c", limits: limits));
        Assert.Equal(Acceptance.Duplicate, await AcceptAsync("c", limits: limits));
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("d", user: "bob", limits: limits));
        Assert.NotNull(AcceptanceText.Of(Acceptance.TooManyFromUser));
    }

    [Fact]
    public async Task A_minute_holds_so_many_questions_of_a_person_however_fast_they_are_answered()
    {
        var limits = Wide with { PerUserAndMinute = 2 };
        foreach (var key in new[] { "a", "b" })
        {
            await AcceptAsync(key, limits: limits);
            await FinishAsync((await ClaimAsync())!);
        }

        Assert.Equal(Acceptance.TooManyFromUser, await AcceptAsync("c", limits: limits));
        Assert.Equal(Acceptance.Accepted, await _store.AcceptAsync(Message("d") with { ReceivedAt = Now.AddMinutes(1) }, limits, default));
    }

    [Fact]
    public async Task When_too_much_waits_altogether_nothing_more_is_taken()
    {
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("a", limits: Wide with { Waiting = 1 }));
        Assert.Equal(Acceptance.Full, await AcceptAsync("b", user: "bob", limits: Wide with { Waiting = 1 }));
    }

    [Fact]
    public async Task Channels_take_turns_however_much_one_of_them_asks()
    {
        for (var i = 0; i < 4; i++) await AcceptAsync($"loud-{i}", $"user-{i}", "loud");
        await AcceptAsync("quiet-0", "ann", "quiet");
        await AcceptAsync("quiet-1", "bob", "quiet");

        var order = new List<string>();
        while (await ClaimAsync() is { } entry)
        {
            order.Add(entry.Message.EventKey);
            await FinishAsync(entry);
        }

        Assert.Equal(["loud-0", "quiet-0", "loud-1", "quiet-1", "loud-2", "loud-3"], order);
    }

    [Fact]
    public async Task A_question_waits_for_the_one_before_it_in_its_conversation()
    {
        await AcceptAsync("first");
        await AcceptAsync("second");
        await AcceptAsync("other", user: "bob");

        var first = await ClaimAsync();
        Assert.Equal("other", (await ClaimAsync())!.Message.EventKey);
        Assert.Null(await ClaimAsync());
        await FinishAsync(first!);
        Assert.Equal("second", (await ClaimAsync())!.Message.EventKey);
    }

    [Fact]
    public async Task Channel_and_user_have_limits_of_what_is_worked_on()
    {
        await AcceptAsync("a", "ann", "x");
        await AcceptAsync("b", "bob", "x");
        await AcceptAsync("c", "ann", "y");

        Assert.NotNull(await ClaimAsync(limits: new ConcurrencyLimits(1, 1)));
        Assert.Null(await ClaimAsync(limits: new ConcurrencyLimits(1, 1)));
        Assert.Equal("c", (await ClaimAsync(limits: new ConcurrencyLimits(1, 2)))!.Message.EventKey);
    }

    [Fact]
    public async Task Who_lost_the_lease_changes_nothing()
    {
        await AcceptAsync("a");
        var late = LeaseAt(Now);
        var entry = await _store.ClaimAsync(late, Free, default);
        Assert.Null(await ClaimAsync(LeaseAt(Now.AddSeconds(59))));
        var taken = LeaseAt(Now.AddMinutes(1));
        Assert.NotNull(await ClaimAsync(taken));

        Assert.False(await _store.AnswerAsync(entry!.Id, late, Reply("late"), default));
        Assert.True(await _store.AnswerAsync(entry.Id, taken, Reply("in time"), default));
        Assert.False(await _store.DeliveredAsync(entry.Id, late, default));
        Assert.False(await _store.RetryAsync(entry.Id, late, Now, "", false, default));
        await _store.ReleaseAsync(entry.Id, late, late.Now, default);
        Assert.True(await _store.DeliveredAsync(entry.Id, taken, default));
    }

    [Fact]
    public async Task A_reply_is_taken_up_as_it_was_stored_with_its_receipts()
    {
        await AcceptAsync("a");
        var lease = LeaseAt(Now);
        var entry = await _store.ClaimAsync(lease, Free, default);
        await _store.AnswerAsync(entry!.Id, lease, Reply("Done."), default);
        await _store.RecordAsync(entry.Id, new DeliveryReceipt(0, "m0"), default);
        await _store.ReleaseAllAsync("test/", Now, default);

        var again = await ClaimAsync();

        Assert.Equal("Done.", again!.Reply!.Part<NoticePart>().Text);
        Assert.Equal([new DeliveryReceipt(0, "m0")], again.Receipts);
        Assert.Equal(1, again.Attempts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d1")]
    public async Task A_draft_is_taken_over_as_it_was_noted(string? draft)
    {
        await AcceptAsync("a");
        var lease = LeaseAt(Now);
        var entry = await _store.ClaimAsync(lease, Free, default);
        Assert.Null(entry!.Draft);
        Assert.True(await _store.DraftAsync(entry.Id, lease, "d0", default));
        Assert.True(await _store.DraftAsync(entry.Id, lease, draft, default));
        Assert.False(await _store.DraftAsync(entry.Id, LeaseAt(Now), "other", default));
        await _store.ReleaseAllAsync("test/", Now, default);

        Assert.Equal(draft, (await ClaimAsync())!.Draft);
    }

    public void Dispose()
    {
        _database.Dispose();
        _temp.Dispose();
    }

    private static Lease LeaseAt(DateTimeOffset now) => new($"test/{Guid.NewGuid():N}", now, now.AddMinutes(1));

    private static ComposedReply Reply(string text) => new(ChatReply.Of(false, new NoticePart(text)));

    private static IncomingMessage Message(string key, string user = "ann", string channel = "news") => new()
    {
        EventKey = key, Place = new ChatPlace("fake", "town", channel), User = user, Request = new HelpRequest(), ReceivedAt = Now,
    };

    private ValueTask<Acceptance> AcceptAsync(string key, string user = "ann", string channel = "news", InboxLimits? limits = null) =>
        _store.AcceptAsync(Message(key, user, channel), limits ?? Wide, default);

    private async Task<InboxEntry?> ClaimAsync(Lease? lease = null, ConcurrencyLimits? limits = null)
    {
        lease ??= LeaseAt(Now);
        var entry = await _store.ClaimAsync(lease, limits ?? Free, default);
        if (entry is not null) _leases[entry.Id] = lease;
        return entry;
    }

    private async Task FinishAsync(InboxEntry entry)
    {
        Assert.True(await _store.AnswerAsync(entry.Id, _leases[entry.Id], Reply("ok"), default));
        Assert.True(await _store.DeliveredAsync(entry.Id, _leases[entry.Id], default));
    }
}
