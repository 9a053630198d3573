using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Feedback;

/// <summary>When the gap report comes; section <c>Gaps</c> of the configuration. Where it comes is a channel's setting.</summary>
public sealed record GapReportOptions
{
    public const string Section = "Gaps";

    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    public TimeOnly Time { get; init; } = new(9, 0);

    /// <summary>As in <see cref="ZoneNames"/>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Whether a week without gaps is reported in a line.</summary>
    public bool WhenEmpty { get; init; }

    internal DigestSchedule Schedule => new(Time, ZoneNames.Find(Zone) ?? Zone, [Day]);

    /// <summary>What is wrong with the values, naming the key.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Day)) yield return $"{Section}:{nameof(Day)} is {Day}; it must be a day of the week.";
        if (ZoneNames.Find(Zone) is null) yield return $"{Section}:{nameof(Zone)} is “{Zone}”, which is no time zone. Write it like Europe/Berlin.";
    }
}
