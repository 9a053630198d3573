namespace BriefingBot.Chat.Alerts;

/// <summary>How many alerts there may be and how often they speak; section <c>Alerts</c> of the configuration.</summary>
public sealed record AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>Most alerts that one person may have made and not ended, and most of a channel with its threads.</summary>
    public int PerPerson { get; init; } = 10;

    public int PerChannel { get; init; } = 20;

    /// <summary>Most messages of one alert within 24 hours; what is more waits and is bundled.</summary>
    public int MostPerDay { get; init; } = 6;

    /// <summary>Hours between two messages of one alert.</summary>
    public int MinimumHoursBetween { get; init; } = 1;

    /// <summary>An article that was published more days than this before it was indexed is no news.</summary>
    public int OldestDays { get; init; } = 7;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(PerPerson), PerPerson, 0, 1000),
            (nameof(PerChannel), PerChannel, 0, 1000),
            (nameof(MostPerDay), MostPerDay, 1, 100),
            (nameof(MinimumHoursBetween), MinimumHoursBetween, 0, 168),
            (nameof(OldestDays), OldestDays, 1, 3650),
        ];
        foreach (var (key, value, least, most) in numbers)
        {
            if (value < least || value > most) yield return $"{Section}:{key} is {value}; it must be from {least} to {most}.";
        }
    }
}
