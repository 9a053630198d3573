using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace BriefingBot.Chat.Subscriptions;

/// <summary>
/// When a digest is due: at a local time, on days of the week. Each local date has at most one slot, whatever the clocks do:
/// a time that is skipped comes as much later as was skipped, one that is repeated counts the first time.
/// </summary>
/// <param name="Time">To the minute.</param>
/// <param name="Zone">An IANA name, see <see cref="ZoneNames"/>.</param>
/// <param name="Days">At least one.</param>
public sealed record DigestSchedule(TimeOnly Time, string Zone, IReadOnlyList<DayOfWeek> Days)
{
    private const int DaysOfWeek = 7;

    /// <summary>Whose rules count; another one only for tests.</summary>
    [JsonIgnore]
    public IDateTimeZoneProvider Zones { get; init; } = DateTimeZoneProviders.Tzdb;

    /// <summary>"08:00 Europe/Berlin, on weekdays".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:HH\\:mm} {Zone}, {DayNames.Write(Days)}");

    /// <summary>
    /// The slot that is due and whose day is not over; null when there is none. What was missed on earlier days stays missed.
    /// A slot that falls into quiet hours may come on the day on which they end, unless the next one is due.
    /// </summary>
    /// <param name="now">The instant.</param>
    /// <param name="quietUntil">When quiet hours that hold at an instant end.</param>
    public DigestSlot? Due(DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset?>? quietUntil = null)
    {
        var today = DayOf(now);
        return new[] { today, today.AddDays(-1) }.Where(IsOn).Select(day => (DigestSlot?)SlotOn(day))
            // A gap around midnight moves a slot into the next day.
            .FirstOrDefault(slot => slot!.Value.Due <= now && (DayOf(slot.Value.Due) == today || (quietUntil?.Invoke(slot.Value.Due) is { } end && DayOf(end) == today)));
    }

    /// <summary>The first slot after an instant.</summary>
    public DigestSlot Next(DateTimeOffset now) =>
        Enumerable.Range(-1, DaysOfWeek + 3).Select(i => DayOf(now).AddDays(i)).Where(IsOn).Select(SlotOn).First(slot => slot.Due > now);

    /// <summary>The last slot up to an instant, on whatever day.</summary>
    public DigestSlot Latest(DateTimeOffset now) =>
        Enumerable.Range(-DaysOfWeek - 2, DaysOfWeek + 4).Select(i => DayOf(now).AddDays(i)).Where(IsOn).Select(SlotOn).Last(slot => slot.Due <= now);

    /// <summary>The first slot after an instant whose day is after another one.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="last">The last slot that was sent; null when there was none.</param>
    public DigestSlot Next(DateTimeOffset now, DateOnly? last)
    {
        var next = Next(now);
        while (next.Day <= last) next = Next(next.Due);
        return next;
    }

    private bool IsOn(DateOnly day) => Days.Contains(day.DayOfWeek);

    private DigestSlot SlotOn(DateOnly day) => new(day, LocalZone.AtLeniently(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(Time)).ToDateTimeOffset().ToUniversalTime());

    private DateOnly DayOf(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(LocalZone).Date.ToDateOnly();

    /// <summary>A name may leave the rules; its digests still come.</summary>
    private DateTimeZone LocalZone => Zones.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
}

/// <summary>One digest of a subscription.</summary>
/// <param name="Day">The local date that it is for.</param>
public readonly record struct DigestSlot(DateOnly Day, DateTimeOffset Due);
