namespace BriefingBot.SqliteStore.Chat;

/// <summary>Counts a language model's tokens by day and person, for all processes that share the data folder.</summary>
public sealed class SqliteTokenLedger(ChatDatabase database)
{
    private const int DaysKept = 31;

    /// <summary>Counts tokens in advance unless that would pass a limit.</summary>
    /// <param name="day">Of UTC.</param>
    /// <param name="person">Empty for nobody in particular, whom only the limit of the day holds.</param>
    /// <param name="tokens">An estimate, to be settled.</param>
    /// <param name="perDay">Of all; 0 for no limit.</param>
    /// <param name="perPerson">Of this person; 0 for no limit.</param>
    /// <param name="cancellation">Stops it.</param>
    public ValueTask<ReservationResult> ReserveAsync(DateOnly day, string person, long tokens, long perDay, long perPerson, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            if (perDay > 0 && database.Number("SELECT coalesce(sum(tokens), 0) FROM model_usage WHERE day = ?1", day.DayNumber) + tokens > perDay) return ReservationResult.DayIsUsedUp;
            if (perPerson > 0 && person.Length > 0 &&
                database.Number("SELECT coalesce(sum(tokens), 0) FROM model_usage WHERE day = ?1 AND person = ?2", day.DayNumber, person) + tokens > perPerson)
            {
                return ReservationResult.PersonHasUsedUp;
            }

            Add(day, person, tokens, 0);
            database.Execute("DELETE FROM model_usage WHERE day < ?1", day.DayNumber - DaysKept);
            return ReservationResult.Reserved;
        },
        cancellation);

    /// <summary>Puts what was used in the place of what was reserved.</summary>
    public async ValueTask SettleAsync(DateOnly day, string person, long reserved, long used, decimal cost, CancellationToken cancellation) => await database.WriteAsync(
        () =>
        {
            Add(day, person, used - reserved, (double)cost);
            return true;
        },
        cancellation);

    /// <summary>What all have used in a day.</summary>
    public ValueTask<(long Tokens, decimal Cost)> OfAsync(DateOnly day, CancellationToken cancellation) => database.UseAsync(
        () => database.List("SELECT coalesce(sum(tokens), 0), coalesce(sum(cost), 0.0) FROM model_usage WHERE day = ?1", row => (row.GetInt64(0), (decimal)row.GetDouble(1)), day.DayNumber)[0],
        cancellation);

    private void Add(DateOnly day, string person, long tokens, double cost) => database.Execute(
        "INSERT INTO model_usage VALUES (?1, ?2, ?3, ?4) ON CONFLICT (day, person) DO UPDATE SET tokens = tokens + excluded.tokens, cost = cost + excluded.cost",
        day.DayNumber, person, tokens, cost);
}

public enum ReservationResult
{
    Reserved,
    DayIsUsedUp,
    PersonHasUsedUp,
}
