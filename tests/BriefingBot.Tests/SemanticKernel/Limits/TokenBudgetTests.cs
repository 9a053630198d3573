using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.SqliteStore;

namespace BriefingBot.Tests.SemanticKernel.Limits;

public sealed class TokenBudgetTests : IDisposable
{
    private readonly TempDataFolder _temp = new();

    [Fact]
    public async Task What_was_reserved_but_not_used_is_given_back()
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var budget = Budget(database, perDay: 1000);

        await budget.SettleAsync(await ReserveAsync(budget, "a", 900), new ModelUsage(80, 20));

        await ReserveAsync(budget, "b", 900);
        await Assert.ThrowsAsync<ModelException>(async () => await ReserveAsync(budget, "b", 1));
    }

    [Fact]
    public async Task A_day_is_a_day_of_UTC_and_the_next_one_begins_anew()
    {
        using var database = ChatDatabase.Open(_temp.Folder);
        var budget = Budget(database, perDay: 1000);
        await ReserveAsync(budget, "a", 1000);
        await Assert.ThrowsAsync<ModelException>(async () => await ReserveAsync(budget, "a", 1));

        _temp.Time.Advance(TimeSpan.FromHours(19));

        await ReserveAsync(budget, "a", 1000);
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

    private static ValueTask<TokenReservation> ReserveAsync(TokenBudget budget, string user, long tokens) => budget.ReserveAsync(user, tokens, CancellationToken.None);

    private TokenBudget Budget(ChatDatabase database, long perDay = 0, long perUser = 0) =>
        new(new LlmOptions { TokensPerDay = perDay, TokensPerUserAndDay = perUser }, new SqliteTokenLedger(database), _temp.Time);
}
