using System.Globalization;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Settings by which the gap report is due when a test says so.</summary>
internal sealed class GapReportHour
{
    public GapReportHour() => Set(TimeProvider.System.GetUtcNow().AddHours(-1));

    /// <summary>As they are now: for the next start of the program.</summary>
    public (string Key, string Value)[] Settings { get; } = new (string, string)[2];

    /// <summary>Makes it due as of the next start.</summary>
    public void Strike() => Set(TimeProvider.System.GetUtcNow().AddSeconds(1));

    private void Set(DateTimeOffset at)
    {
        Settings[0] = ("Gaps:Day", at.DayOfWeek.ToString());
        Settings[1] = ("Gaps:Time", at.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
    }
}
