namespace BriefingBot.Chat.Corrections;

/// <summary>When answers are corrected; section <c>Corrections</c> of the configuration.</summary>
public sealed record CorrectionOptions
{
    public const string Section = "Corrections";

    /// <summary>How many days after it was given an answer or digest is corrected; 0 for never.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Minutes that an article has to stay as it is before its change is told: what is edited several times is told once.</summary>
    public int SettleMinutes { get; init; } = 15;

    /// <summary>An article that never comes to rest is told after so many times that long.</summary>
    private const int MostSettlings = 4;

    internal TimeSpan Settled => TimeSpan.FromMinutes(SettleMinutes);

    internal TimeSpan SettledAtLatest => Settled * MostSettlings;

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        if (Days is < 0 or > 3650) yield return $"{Section}:{nameof(Days)} is {Days}; it must be from 0 to 3650.";
        if (SettleMinutes is < 0 or > 1440) yield return $"{Section}:{nameof(SettleMinutes)} is {SettleMinutes}; it must be from 0 to 1440.";
    }
}
