using BriefingBot.Chat.Subscriptions;
using CsCheck;
using NodaTime;

namespace BriefingBot.Tests.Chat.Subscriptions;

public sealed class DigestScheduleTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "Asia/Amman", "Africa/Casablanca"];

    [Fact]
    public void A_local_time_that_is_skipped_comes_as_much_later() =>
        Assert.Equal(Utc("2024-03-31 01:30"), Daily("02:30", "Europe/Berlin").Next(Utc("2024-03-31 00:00")).Due);

    [Fact]
    public void A_local_time_that_is_repeated_counts_the_first_time_only()
    {
        var schedule = Daily("02:30", "Europe/Berlin");

        Assert.Equal(Utc("2024-10-27 00:30"), schedule.Due(Utc("2024-10-27 00:40"))!.Value.Due);
        Assert.Equal(schedule.Due(Utc("2024-10-27 00:40")), schedule.Due(Utc("2024-10-27 01:40")));
        Assert.Equal(Utc("2024-10-28 01:30"), schedule.Next(Utc("2024-10-27 00:30")).Due);
    }

    [Theory]
    [InlineData("2024-01-15", "07:00")]
    [InlineData("2024-07-15", "06:00")]
    public void The_local_time_stays_the_same_all_year(string day, string utc) =>
        Assert.Equal(Utc($"{day} {utc}"), Daily("08:00", "Europe/Berlin").Next(Utc($"{day} 00:00")).Due);

    [Fact]
    public void A_leap_day_has_its_digest() => Assert.Equal(new DateOnly(2024, 2, 29), Daily("08:00", "UTC").Due(Utc("2024-02-29 12:00"))!.Value.Day);

    [Fact]
    public void A_date_that_a_zone_left_out_has_none()
    {
        // Samoa went from 29 to 31 December 2011.
        var schedule = Daily("08:00", "Pacific/Apia");

        Assert.Equal(new DateOnly(2011, 12, 31), schedule.Due(Utc("2011-12-30 18:30"))!.Value.Day);
        Assert.Equal(new DateOnly(2012, 1, 1), schedule.Next(Utc("2011-12-30 18:30")).Day);
    }

    [Fact]
    public void A_day_that_is_over_is_not_caught_up_on()
    {
        var schedule = Daily("08:00", "Europe/Berlin");

        Assert.Equal(new DateOnly(2024, 3, 20), schedule.Due(Utc("2024-03-20 22:59"))!.Value.Day);
        Assert.Null(schedule.Due(Utc("2024-03-20 23:01")));
    }

    [Fact]
    public void Only_the_days_chosen_have_a_slot()
    {
        var schedule = Daily("08:00", "UTC") with { Days = DayNames.Read("weekdays")! };

        Assert.Null(schedule.Due(Utc("2024-03-23 12:00")));
        Assert.Equal(new DateOnly(2024, 3, 25), schedule.Next(Utc("2024-03-22 09:00")).Day);
    }

    [Fact]
    public void Other_zone_rules_move_the_time_and_not_the_date()
    {
        var schedule = Daily("08:00", "Europe/Berlin");
        // As if summer time were given up.
        var changed = schedule with { Zones = new OneZone(DateTimeZone.ForOffset(Offset.FromHours(1))) };

        Assert.Equal(Utc("2024-07-15 06:00"), schedule.Due(Utc("2024-07-15 12:00"))!.Value.Due);
        Assert.Equal(Utc("2024-07-15 07:00"), changed.Due(Utc("2024-07-15 12:00"))!.Value.Due);
        Assert.Equal(schedule.Due(Utc("2024-07-15 12:00"))!.Value.Day, changed.Due(Utc("2024-07-15 12:00"))!.Value.Day);
    }

    [Fact]
    public void A_zone_that_is_gone_is_reckoned_as_UTC() => Assert.Equal(Utc("2024-03-20 08:00"), Daily("08:00", "Moon/Base").Next(Utc("2024-03-20 00:00")).Due);

    [Fact]
    public void Watched_minute_by_minute_each_slot_is_due_once_and_at_the_instant_foretold() => Gen.Select(
        Gen.Int[0, Zones.Length - 1], Gen.Int[0, (24 * 4) - 1], Gen.Int[0, 364 * 15]).Sample(
        (zone, quarter, day) =>
        {
            var schedule = Daily(TimeOnly.MinValue.AddMinutes(quarter * 15).ToString("HH:mm", null), Zones[zone]);
            var (now, end) = (Utc("2010-01-01 00:00").AddDays(day), Utc("2010-01-01 00:00").AddDays(day + 5));
            var (seen, next) = (new List<DigestSlot>(), schedule.Next(now));
            for (; now < end; now = now.AddMinutes(5))
            {
                if (schedule.Due(now) is not { } slot || seen.Contains(slot)) continue;
                if (seen.Count > 0 || slot == next)
                {
                    Assert.Equal(next, slot);
                    Assert.InRange(now - slot.Due, TimeSpan.Zero, TimeSpan.FromMinutes(5));
                    next = schedule.Next(now);
                }

                seen.Add(slot);
            }

            Assert.Equal(seen.Count, seen.Select(s => s.Day).Distinct().Count());
            Assert.InRange(seen.Count, 4, 6);
        }, iter: 150, threads: 1);

    [Theory]
    [InlineData("", "daily")]
    [InlineData("Weekdays", "on weekdays")]
    [InlineData("mon, wed and Fridays", "on Monday, Wednesday, Friday")]
    [InlineData("weekends", "on Saturday, Sunday")]
    [InlineData("weekdays weekend", "daily")]
    public void Days_are_read_as_people_write_them(string written, string read) => Assert.Equal(read, DayNames.Write(DayNames.Read(written)!));

    [Theory]
    [InlineData("someday")]
    [InlineData("mon, x")]
    [InlineData("t")]
    public void Other_words_are_no_days(string written) => Assert.Null(DayNames.Read(written));

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("utc", "UTC")]
    [InlineData("atlantis", null)]
    [InlineData("", null)]
    public void Zones_are_found_by_name_and_city(string written, string? zone) => Assert.Equal(zone, ZoneNames.Find(written));

    [Fact]
    public void What_is_typed_is_completed_to_cities_first()
    {
        Assert.Equal("Europe/Berlin", ZoneNames.Suggest("berl", 25)[0]);
        Assert.Equal(25, ZoneNames.Suggest("", 25).Count);
        Assert.Empty(ZoneNames.Suggest("atlantis", 25));
    }

    private static DigestSchedule Daily(string time, string zone) => new(TimeOnly.ParseExact(time, "HH:mm", null), zone, DayNames.Read("daily")!);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", null, System.Globalization.DateTimeStyles.AssumeUniversal);

    private sealed class OneZone(DateTimeZone zone) : IDateTimeZoneProvider
    {
        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => new([zone.Id]);

        public string VersionId => "test";

        public DateTimeZone this[string id] => zone;

        public DateTimeZone GetSystemDefault() => zone;

        public DateTimeZone? GetZoneOrNull(string id) => zone;
    }
}
