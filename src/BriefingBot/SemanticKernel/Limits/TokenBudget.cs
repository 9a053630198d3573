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

    /// <exception cref="ModelException">A limit does not allow it.</exception>
    public async ValueTask<TokenReservation> ReserveAsync(string user, long tokens, CancellationToken cancellation)
    {
        var day = Today;
        var result = await ledger.ReserveAsync(day, user, tokens, options.TokensPerDay, options.TokensPerUserAndDay, cancellation);
        return result switch
        {
            ReservationResult.Reserved => new TokenReservation(day, user, tokens),
            ReservationResult.PersonHasUsedUp => throw new ModelException($"{LlmOptions.Section}:{nameof(LlmOptions.TokensPerUserAndDay)} is used up by this person until midnight UTC."),
            _ => throw new ModelException($"{LlmOptions.Section}:{nameof(LlmOptions.TokensPerDay)} is used up until midnight UTC."),
        };
    }

    /// <summary>Notes what was used; not to be cancelled, or the estimate stays.</summary>
    public ValueTask SettleAsync(TokenReservation reserved, ModelUsage used) =>
        ledger.SettleAsync(reserved.Day, reserved.User, reserved.Tokens, used.InputTokens + used.OutputTokens, CostOf(used), CancellationToken.None);

    /// <summary>What all have used today, requests under way by their estimate.</summary>
    public async ValueTask<long> TodayAsync(CancellationToken cancellation) => (await ledger.OfAsync(Today, cancellation)).Tokens;

    /// <summary>In the currency of the configured prices.</summary>
    public decimal CostOf(ModelUsage used) =>
        ((used.InputTokens * options.PricePerMillionInputTokens) + (used.OutputTokens * options.PricePerMillionOutputTokens)) / Million;
}

public sealed record TokenReservation(DateOnly Day, string User, long Tokens);
