using System.Globalization;
using BriefingBot.Chat;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;
using CsCheck;
using NodaTime;

namespace BriefingBot.Tests.Chat.Subscriptions;

public sealed class QuietHoursTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "Africa/Casablanca"];

    [Theory]
    [InlineData("22:00-07:00", "22:00-07:00")]
    [InlineData("22-7", "22:00-07:00")]
    [InlineData("10pm to 7am", "22:00-07:00")]
    [InlineData("From 10 PM until 7:30 am", "22:00-07:30")]
    [InlineData("between 9.30 and 17", "09:30-17:00")]
    [InlineData("22:00 – 24:00", "22:00-00:00")]
    [InlineData("0-6", "00:00-06:00")]
    public void They_are_read_as_people_write_them(string written, string read) => Assert.Equal(read, QuietHours.Read(written)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("22:00")]
    [InlineData("22:00-")]
    [InlineData("25-7")]
    [InlineData("at night")]
    [InlineData("7-7")]
    [InlineData("0:00-24:00")]
    public void Anything_else_is_none(string written) => Assert.Null(QuietHours.Read(written));

    [Fact]
    public void They_end_at_another_time_than_they_begin() => Assert.Throws<ArgumentException>(() => new QuietHours(new TimeOnly(7, 0), new TimeOnly(7, 0)));

    [Theory]
    [InlineData("22-7", "21:59", false)]
    [InlineData("22-7", "22:00", true)]
    [InlineData("22-7", "06:59", true)]
    [InlineData("22-7", "07:00", false)]
    [InlineData("9-17", "12:00", true)]
    [InlineData("9-17", "08:59", false)]
    [InlineData("9-17", "17:00", false)]
    public void They_may_span_midnight(string hours, string time, bool covered) =>
        Assert.Equal(covered, QuietHours.Read(hours)!.Covers(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)));

    [Theory]
    // Summer time begins at 02:00, ends at 03:00.
    [InlineData("22-7", "2024-03-30 23:00", "2024-03-31 05:00")]
    [InlineData("22-7", "2024-03-30 20:30", null)]
    [InlineData("22-7", "2024-10-26 22:00", "2024-10-27 06:00")]
    [InlineData("22-7", "2024-10-27 05:30", "2024-10-27 06:00")]
    // 02:30 is skipped and comes as much later, or is repeated and counts the first time.
    [InlineData("22-2:30", "2024-03-31 01:15", "2024-03-31 01:30")]
    [InlineData("22-2:30", "2024-03-31 01:30", null)]
    [InlineData("22-2:30", "2024-10-27 00:15", "2024-10-27 00:30")]
    [InlineData("22-2:30", "2024-10-27 01:15", null)]
    [InlineData("2:30-7", "2024-10-27 01:15", "2024-10-27 06:00")]
    public void They_end_when_the_local_clock_says_so(string hours, string now, string? end) =>
        Assert.Equal(end is null ? null : Utc(end), QuietHours.Read(hours)!.EndsAfter(Utc(now), DateTimeZoneProviders.Tzdb["Europe/Berlin"]));

    [Fact]
    public void On_days_without_a_change_they_hold_when_the_clock_says_so_and_at_their_end_no_more() => Gen.Select(
        Gen.Int[0, Zones.Length - 1], Gen.Int[0, 95], Gen.Int[1, 95], Gen.Int[0, 60 * 24 * 365]).Sample(
        (zoneIndex, from, length, minute) =>
        {
            var start = TimeOnly.MinValue.AddMinutes(15 * from);
            var (hours, zone, now) = (new QuietHours(start, start.AddMinutes(15 * length)), DateTimeZoneProviders.Tzdb[Zones[zoneIndex]], Utc("2023-01-02 00:00").AddMinutes(minute));
            var end = hours.EndsAfter(now, zone);
            var instant = Instant.FromDateTimeOffset(now);
            if (zone.GetUtcOffset(instant - Duration.FromDays(2)) == zone.GetUtcOffset(instant + Duration.FromDays(2)))
            {
                Assert.Equal(hours.Covers(instant.InZone(zone).TimeOfDay.ToTimeOnly()), end is not null);
            }

            if (end is null) return;
            Assert.InRange(end.Value - now, TimeSpan.FromTicks(1), TimeSpan.FromHours(25));
            Assert.Null(hours.EndsAfter(end.Value, zone));
        }, iter: 2000, threads: 1);

    [Fact]
    public void They_are_stored_with_the_channels_settings_and_absent_from_older_ones()
    {
        var settings = ChannelSettings.Default with { Quiet = QuietHours.Read("22-7"), Zone = "Europe/Paris" };

        var read = ChatJson.Read<ChannelSettings>(ChatJson.Write(settings));

        Assert.Equal((settings.Quiet, settings.Zone), (read.Quiet, read.Zone));
        var old = ChatJson.Read<ChannelSettings>("""{"collections":[],"sources":[],"sentences":0,"followUps":true}""");
        Assert.Equal((null, "", true), (old.Quiet, old.Zone, old.FollowUps));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
