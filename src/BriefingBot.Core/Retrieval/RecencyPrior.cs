namespace BriefingBot.Retrieval;

/// <summary>
/// How much likelier a question is about an article of a given age than about an old one. A question about news is
/// mostly about the last days; old articles keep a floor, so that a good match is never silenced by its age
/// (the shape follows Li and Croft 2003, Time-based language models, with a heavier tail).
/// </summary>
/// <param name="AsOf">The day the question is asked.</param>
/// <param name="HalfLifeDays">Age at which the bonus has halved; infinite for no preference.</param>
/// <param name="Bonus">How much the newest article gains over a very old one, as a share of the score.</param>
public sealed record RecencyPrior(DateOnly AsOf, double HalfLifeDays, double Bonus)
{
    public static RecencyPrior None { get; } = new(DateOnly.MaxValue, double.PositiveInfinity, 0);

    /// <summary>The factor for an article of this day; undated articles are treated like old ones.</summary>
    public float Weight(DateOnly? day)
    {
        if (day is null || Bonus == 0) return 1;
        var age = Math.Max(0, AsOf.DayNumber - day.Value.DayNumber);
        return (float)(1 + (Bonus / (1 + (age / HalfLifeDays))));
    }
}
