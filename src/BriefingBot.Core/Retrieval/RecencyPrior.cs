namespace BriefingBot.Retrieval;

/// <summary>
/// How much likelier a question is about an article of a given age than about an old one. A question about news is
/// mostly about the last days; old articles keep a floor, so that a good match is never silenced by its age
/// (the shape follows Li and Croft 2003, Time-based language models, with a heavier tail).
/// </summary>
/// <param name="Day">The day preferred: the one the question is asked on, or the one it is about.</param>
/// <param name="HalfLifeDays">Distance from it at which the bonus has halved.</param>
/// <param name="Bonus">How much an article of that day gains over a very distant one, as a share of the score.</param>
public sealed record RecencyPrior(DateOnly Day, double HalfLifeDays, double Bonus)
{
    public static RecencyPrior None { get; } = new(DateOnly.MaxValue, double.PositiveInfinity, 0);

    /// <summary>The factor for an article of this day; undated articles are treated like distant ones.</summary>
    public float Weight(DateOnly? day)
    {
        if (day is null || Bonus == 0) return 1;
        var distance = Math.Abs(Day.DayNumber - day.Value.DayNumber);
        return (float)(1 + (Bonus / (1 + (distance / HalfLifeDays))));
    }
}
