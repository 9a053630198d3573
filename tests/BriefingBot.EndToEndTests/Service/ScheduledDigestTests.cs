using System.Text.RegularExpressions;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Digests that come by themselves, from the subscription in chat to what the channel reads, on both platforms.</summary>
public sealed partial class ScheduledDigestTests
{
    [Theory]
    [InlineData("Discord")]
    [InlineData("Slack")]
    public async Task A_digest_comes_at_its_time_once_and_the_next_one_tells_only_what_is_new(string platform)
    {
        await using var scene = await DigestScene.StartAsync(platform, "2026-03-01 12:00");
        Assert.Contains("20:00 UTC, daily", await scene.CommandAsync("digest subscribe", ("time", "20:00"), ("zone", "UTC")), StringComparison.Ordinal);

        await scene.AtAsync("2026-03-01 19:30");
        Assert.Empty(scene.Digests);
        await scene.AtAsync("2026-03-01 20:00");
        Assert.Contains("Karlsund votes for a tram", Assert.Single(scene.Digests), StringComparison.Ordinal);
        await scene.RestartBotAsync();
        await scene.AtAsync("2026-03-01 23:00");
        Assert.Single(scene.Digests);
        Assert.Contains("told:", await scene.CommandAsync("digest why"), StringComparison.Ordinal);

        scene.Write("ferry", "2026-03-02", "Ferry Solveig runs aground", "The ferry Solveig has run aground off Eastholm. Nobody was hurt, the coast guard said.");
        await scene.IndexAsync();
        await scene.AtAsync("2026-03-02 20:00");
        Assert.Equal(2, scene.Digests.Count);
        Assert.Contains("Ferry Solveig runs aground", scene.Digests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("tram", scene.Digests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord")]
    [InlineData("Slack")]
    public async Task What_a_platform_refuses_is_told_by_the_list_and_by_the_next_digest(string platform)
    {
        await using var scene = await DigestScene.StartAsync(platform, "2026-03-01 12:00");
        await scene.CommandAsync("digest subscribe", ("time", "20:00"), ("zone", "UTC"));

        scene.RefusePosts(1);
        await scene.AtAsync("2026-03-01 20:00");
        Assert.Empty(scene.Digests);
        Assert.Contains("The digest of 1 Mar 2026 was not delivered", await scene.CommandAsync("digest list"), StringComparison.Ordinal);

        await scene.AtAsync("2026-03-02 20:00");
        Assert.Contains("Karlsund votes for a tram", Assert.Single(scene.Digests), StringComparison.Ordinal);
        Assert.DoesNotContain("⚠️", await scene.CommandAsync("digest list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_again_and_again_is_told_by_the_list_and_comes_once()
    {
        await using var scene = await DigestScene.StartAsync("Slack", "2026-03-01 12:00");
        await scene.CommandAsync("digest subscribe", ("time", "20:00"), ("zone", "UTC"));
        ((SlackDigestScene)scene).FailPosts(5);

        var lists = new List<string>();
        for (var minute = 0; minute < 40 && scene.Digests.Count == 0; minute++)
        {
            await scene.UntilAsync($"2026-03-01 20:{minute:00}", digests: 0);
            lists.Add(await scene.CommandAsync("digest list"));
            await scene.AtRestAsync();
        }

        await scene.AtAsync("2026-03-01 20:50");
        Assert.Contains(lists, list => ThreeTimesOrMore().IsMatch(list));
        Assert.Single(scene.Digests);
        Assert.DoesNotContain("⚠️", await scene.CommandAsync("digest list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord")]
    [InlineData("Slack")]
    public async Task In_quiet_hours_a_digest_waits_for_their_end(string platform)
    {
        await using var scene = await DigestScene.StartAsync(platform, "2026-03-01 12:00");
        Assert.Contains("22:00-07:00", await scene.CommandAsync("briefing settings", ("quiet", "10pm to 7am"), ("zone", "Europe/Paris")), StringComparison.Ordinal);
        var made = await scene.CommandAsync("digest subscribe", ("time", "23:00"));
        Assert.Contains("this channel's: Europe/Paris", made, StringComparison.Ordinal);
        Assert.Contains("held until quiet hours end, 2 Mar 2026 06:00 UTC", made, StringComparison.Ordinal);

        await scene.AtAsync("2026-03-01 22:00", waiting: "2026-03-02 06:00");
        Assert.Empty(scene.Digests);
        // The worker looks at the clock each minute, and whenever something arrives.
        await scene.UntilAsync("2026-03-02 06:00", digests: 0);
        await scene.CommandAsync("digest list");
        await scene.UntilAsync("2026-03-02 06:00", digests: 1);
        Assert.Contains("Sunday, 1 March 2026", Assert.Single(scene.Digests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord")]
    [InlineData("Slack")]
    public async Task An_edit_changes_what_it_names_and_brings_no_second_digest_that_day(string platform)
    {
        await using var scene = await DigestScene.StartAsync(platform, "2026-03-01 12:00");
        await scene.CommandAsync("digest subscribe", ("time", "20:00"), ("zone", "UTC"), ("topic", "tram"));
        await scene.AtAsync("2026-03-01 20:00");

        var edited = await scene.CommandAsync("digest edit", ("time", "21:00"), ("length", "full"));
        Assert.Contains("21:00 UTC, daily; on “tram”; full; next 2 Mar 2026 21:00 UTC", edited, StringComparison.Ordinal);
        await scene.AtAsync("2026-03-01 21:00");
        Assert.Single(scene.Digests);
        await scene.AtAsync("2026-03-02 21:00");
        Assert.Equal(2, scene.Digests.Count);
    }

    [Fact]
    public async Task Several_bots_on_one_store_send_it_once()
    {
        await using var scene = await DigestScene.StartAsync("Slack", "2026-03-01 12:00");
        await scene.StartBotAsync();
        await scene.StartBotAsync();
        await scene.CommandAsync("digest subscribe", ("time", "20:00"), ("zone", "UTC"));

        await scene.UntilAsync("2026-03-01 20:00", digests: 1);
        await scene.AtAsync("2026-03-01 20:10");

        Assert.Single(scene.Digests);
    }

    [GeneratedRegex("The digest of 1 Mar 2026 could not be delivered [3-5] times: Slack refused chat.postMessage")]
    private static partial Regex ThreeTimesOrMore();
}
