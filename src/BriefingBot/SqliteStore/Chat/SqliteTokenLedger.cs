namespace BriefingBot.SqliteStore.Chat;

/// <summary>Counts a language model's tokens by day and person, for all processes that share the data folder.</summary>
public sealed class SqliteTokenLedger(ChatDatabase database)
{
    private const int DaysKept = 31;

    /// <summary>Counts tokens in advance unless that would pass a limit. What was not settled in its time is counted by what was sent first.</summary>
    /// <param name="wanted">What to count.</param>
    /// <param name="perDay">Of all; 0 for no limit.</param>
    /// <param name="perPerson">Of this person; 0 for no limit.</param>
    /// <param name="now">To tell what is overdue.</param>
    /// <param name="cancellation">Stops it.</param>
    public ValueTask<ReservationResult> ReserveAsync(TokenReservation wanted, long perDay, long perPerson, DateTimeOffset now, CancellationToken cancellation) => database.WriteAsync(
        () =>
        {
            ReleaseOverdue(now);
            var (day, tokens) = (wanted.Day.DayNumber, wanted.Tokens);
            if (perDay > 0 && database.Number("SELECT coalesce(sum(tokens), 0) FROM model_usage WHERE day = ?1", day) + tokens > perDay) return ReservationResult.DayIsUsedUp;
            if (perPerson > 0 && wanted.Person.Length > 0 &&
                database.Number("SELECT coalesce(sum(tokens), 0) FROM model_usage WHERE day = ?1 AND person = ?2", day, wanted.Person) + tokens > perPerson)
            {
                return ReservationResult.PersonHasUsedUp;
            }

            Add(day, wanted.Person, tokens, 0);
            database.Execute(
                "INSERT INTO model_reservations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                wanted.Id.ToString(), day, wanted.Person, tokens, wanted.Sent, (double)wanted.SentCost, wanted.Until.UtcTicks);
            database.Execute("DELETE FROM model_usage WHERE day < ?1", day - DaysKept);
            return ReservationResult.Reserved;
        },
        cancellation);

    /// <summary>Puts what was used in the place of what was reserved, however late.</summary>
    public async ValueTask SettleAsync(TokenReservation reserved, long used, decimal cost, CancellationToken cancellation) => await database.WriteAsync(
        () =>
        {
            database.Execute("DELETE FROM model_reservations WHERE id = ?1", reserved.Id.ToString());
            var (counted, paid) = database.Changed() ? (reserved.Tokens, 0) : (reserved.Sent, reserved.SentCost);
            Add(reserved.Day.DayNumber, reserved.Person, used - counted, (double)(cost - paid));
            return true;
        },
        cancellation);

    /// <summary>What all have used in a day, requests under way by what is reserved for them.</summary>
    public ValueTask<(long Tokens, decimal Cost)> OfAsync(DateOnly day, CancellationToken cancellation) => database.UseAsync(
        () => database.List("SELECT coalesce(sum(tokens), 0), coalesce(sum(cost), 0.0) FROM model_usage WHERE day = ?1", row => (row.GetInt64(0), (decimal)row.GetDouble(1)), day.DayNumber)[0],
        cancellation);

    private void ReleaseOverdue(DateTimeOffset now)
    {
        var overdue = database.List(
            "SELECT day, person, sent - tokens, cost FROM model_reservations WHERE until <= ?1", row => (Day: row.GetInt32(0), Person: row.GetString(1), Tokens: row.GetInt64(2), Cost: row.GetDouble(3)), now.UtcTicks);
        foreach (var (day, person, tokens, cost) in overdue) Add(day, person, tokens, cost);
        if (overdue.Count > 0) database.Execute("DELETE FROM model_reservations WHERE until <= ?1", now.UtcTicks);
    }

    private void Add(int day, string person, long tokens, double cost) => database.Execute(
        "INSERT INTO model_usage VALUES (?1, ?2, ?3, ?4) ON CONFLICT (day, person) DO UPDATE SET tokens = tokens + excluded.tokens, cost = cost + excluded.cost",
        day, person, tokens, cost);
}

public enum ReservationResult
{
    Reserved,
    DayIsUsedUp,
    PersonHasUsedUp,
}
