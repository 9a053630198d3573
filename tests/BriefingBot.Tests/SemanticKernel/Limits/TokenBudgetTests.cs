using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.SemanticKernel.Limits;

public sealed class TokenBudgetTests : IDisposable
{
    private const int Timeout = 25;

    private readonly TempDataFolder _temp = new();

    private DateOnly Today => DateOnly.FromDateTime(_temp.Time.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task What_was_reserved_but_not_used_is_given_back()
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var budget = Budget(database, perDay: 1000);

        await budget.SettleAsync(await ReserveAsync(budget, "a", 900), new ModelUsage(80, 20));

        await ReserveAsync(budget, "b", 900);
        await RefusedAsync(budget, "b", 1);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(0, 1000)]
    public async Task What_was_used_before_midnight_UTC_does_not_count_after_it_for_all_or_for_a_person(long perDay, long perUser)
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var budget = Budget(database, perDay, perUser);
        BeforeMidnight(TimeSpan.FromSeconds(1));
        await budget.SettleAsync(await ReserveAsync(budget, "a", 1000), new ModelUsage(900, 100));
        await RefusedAsync(budget, "a", 1);

        _temp.Time.Advance(TimeSpan.FromSeconds(1));

        await ReserveAsync(budget, "a", 1000);
        await RefusedAsync(budget, "a", 1);
    }

    [Fact]
    public async Task A_request_that_midnight_passes_over_counts_to_the_day_on_which_it_was_reserved()
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var (budget, ledger) = (Budget(database, perDay: 1000, perUser: 1000), new SqliteTokenLedger(database));
        BeforeMidnight(TimeSpan.FromSeconds(10));
        var (reserved, yesterday) = (await ReserveAsync(budget, "a", 800), Today);
        _temp.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await budget.TodayAsync(CancellationToken.None));

        await budget.SettleAsync(reserved, new ModelUsage(300, 30));

        Assert.Equal(330, (await ledger.OfAsync(yesterday, CancellationToken.None)).Tokens);
        Assert.Equal(0, await budget.TodayAsync(CancellationToken.None));
        await ReserveAsync(budget, "a", 1000);
    }

    [Fact]
    public async Task Of_a_request_that_its_process_died_over_what_was_sent_stays_counted_and_the_rest_is_given_back_once_no_reply_can_be_under_way()
    {
        var dead = ChatDatabase.Open(_temp.Folder);
        await ReserveAsync(Budget(dead, perDay: 1000), "a", mostReply: 700, sent: 300);
        dead.Dispose();
        using var database = ChatDatabase.Open(_temp.Folder);
        var (budget, ledger) = (Budget(database, perDay: 1000), new SqliteTokenLedger(database));

        _temp.Time.Advance(TimeSpan.FromSeconds(Timeout - 1));
        await RefusedAsync(budget, "b", 1);
        _temp.Time.Advance(TimeSpan.FromSeconds(1));
        await RefusedAsync(budget, "b", 701);
        await budget.SettleAsync(await ReserveAsync(budget, "b", 700), ModelUsage.None);

        Assert.Equal((300, 0.6m), await ledger.OfAsync(Today, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_settled_too_late_is_counted_once_all_the_same()
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var (budget, ledger) = (Budget(database), new SqliteTokenLedger(database));
        var late = await ReserveAsync(budget, "a", mostReply: 700, sent: 300);
        _temp.Time.Advance(TimeSpan.FromSeconds(Timeout));
        await budget.SettleAsync(await ReserveAsync(budget, "b", 10), ModelUsage.None);

        await budget.SettleAsync(late, new ModelUsage(310, 40));

        Assert.Equal((350, 0.62m + 0.16m), await ledger.OfAsync(Today, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_used_is_remembered_over_a_restart()
    {
        using (var database = ChatDatabase.Open(_temp.Folder)) await ReserveAsync(Budget(database, perUser: 1000), "a", 1000);

        using var again = ChatDatabase.Open(_temp.Folder);
        var failure = await Assert.ThrowsAsync<ModelException>(async () => await ReserveAsync(Budget(again, perUser: 1000), "a", 1));
        Assert.Contains("Llm:TokensPerUserAndDay", failure.Message, StringComparison.Ordinal);
        await ReserveAsync(Budget(again, perUser: 1000), "b", 1000);
        await ReserveAsync(Budget(again, perUser: 1000), "", 5000);
    }

    public void Dispose() => _temp.Dispose();

    private static ValueTask<TokenReservation> ReserveAsync(TokenBudget budget, string user, long mostReply, long sent = 0) =>
        budget.ReserveAsync(user, sent, mostReply, CancellationToken.None);

    private static async Task RefusedAsync(TokenBudget budget, string user, long tokens) =>
        await Assert.ThrowsAsync<ModelException>(async () => await ReserveAsync(budget, user, tokens));

    private TokenBudget Budget(ChatDatabase database, long perDay = 0, long perUser = 0) =>
        new(
            new LlmOptions
            {
                TokensPerDay = perDay, TokensPerUserAndDay = perUser, TimeoutSeconds = Timeout, PricePerMillionInputTokens = 2000, PricePerMillionOutputTokens = 4000,
            },
            new SqliteTokenLedger(database),
            _temp.Time);

    private void BeforeMidnight(TimeSpan left) => _temp.Time.SetUtcNow(new DateTimeOffset(Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - left);
}
