using BriefingBot.Answering.Synthesis;
using BriefingBot.SqliteStore.Chat;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>
/// Tokens for a day and for a person. Each request is reserved by estimate before it is made, so that many at once cannot
/// pass a limit together, and settled with what the provider counted.
/// </summary>
public sealed class TokenBudget(LlmOptions options, SqliteTokenLedger ledger, TimeProvider time)
{
    private const decimal Million = 1_000_000;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <param name="user">Who asks; empty for nobody in particular.</param>
    /// <param name="sent">Tokens of the request, by estimate.</param>
    /// <param name="mostReply">Tokens that the reply may have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ModelException">A limit does not allow it.</exception>
    public async ValueTask<TokenReservation> ReserveAsync(string user, long sent, long mostReply, CancellationToken cancellation)
    {
        // No request outlives the time for an answer, within which it is made.
        var now = time.GetUtcNow();
        var wanted = new TokenReservation(Guid.NewGuid(), Today, user, sent, CostOf(new ModelUsage(sent, 0)), mostReply, now.AddSeconds(options.TimeoutSeconds));
        var result = await ledger.ReserveAsync(wanted, options.TokensPerDay, options.TokensPerUserAndDay, now, cancellation);
        return result switch
        {
            ReservationResult.Reserved => wanted,
            ReservationResult.PersonHasUsedUp => throw new ModelException($"{LlmOptions.Section}:{nameof(LlmOptions.TokensPerUserAndDay)} is used up by this person until midnight UTC."),
            _ => throw new ModelException($"{LlmOptions.Section}:{nameof(LlmOptions.TokensPerDay)} is used up until midnight UTC."),
        };
    }

    /// <summary>Notes what was used; not to be cancelled, or what was sent is all that counts.</summary>
    public ValueTask SettleAsync(TokenReservation reserved, ModelUsage used) =>
        ledger.SettleAsync(reserved, used.InputTokens + used.OutputTokens, CostOf(used), CancellationToken.None);

    /// <summary>What all have used today, requests under way by their estimate.</summary>
    public async ValueTask<long> TodayAsync(CancellationToken cancellation) => (await ledger.OfAsync(Today, cancellation)).Tokens;

    /// <summary>In the currency of the configured prices.</summary>
    public decimal CostOf(ModelUsage used) =>
        ((used.InputTokens * options.PricePerMillionInputTokens) + (used.OutputTokens * options.PricePerMillionOutputTokens)) / Million;
}
