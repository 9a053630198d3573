using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Where the bot is no member, and people who are not to read the articles as long as nobody says so.</summary>
public sealed class SlackAccessTests(SlackNewsroom scene) : IClassFixture<SlackNewsroom>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    private readonly SlackSimulator _sim = scene.Sim;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_bot_is_no_member_one_private_hint_says_so(bool isPrivate)
    {
        var reader = _sim.AddUser("reader");
        var channel = _sim.AddChannel("closed", isPrivate, withBot: false);
        var claim = _sim.UserSays(channel, reader, "The repairs to the storm wall of Port Velmar cost 20 million crowns!");
        Action[] asked =
        [
            () => _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {Question}"),
            () => _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {Question} private"),
            () => _sim.UserUsesShortcut(claim, reader, "check_against_briefings"),
        ];

        foreach (var ask in asked)
        {
            var hint = await scene.AnswerAsync(channel, reader, ask);
            Assert.Contains("Invite me to this channel", hint.Everything(), StringComparison.Ordinal);
            Assert.Equal(reader, hint.OnlyFor);
        }

        _sim.UserInvitesBot(channel, reader);
        Assert.Contains("14 million crowns", (await scene.CommandAsync(channel, reader, $"ask {Question}")).Read(), StringComparison.Ordinal);
        Assert.Equal(asked.Length + 1, _sim.Answers(channel, reader).Count);
    }

    [Theory]
    [InlineData(true, "full members only")]
    [InlineData(false, "my own organisation only")]
    public async Task Guests_and_people_of_other_organisations_are_told_so_and_get_nothing_else(bool isGuest, string expected)
    {
        var person = isGuest ? _sim.AddUser("guest", isGuest: true) : _sim.AddUser("partner", team: _sim.AddTeam("Elsewhere"));
        var channel = _sim.AddChannel("shared", sharedWith: isGuest ? null : person.Team);
        var reader = _sim.AddUser("reader");
        var answer = await scene.MentionAsync(channel, reader, Question);
        var claim = _sim.UserSays(channel, reader, Question);
        var direct = _sim.DirectMessage(person);

        SimMessage[] told =
        [
            await scene.MentionAsync(channel, person, Question),
            await scene.CommandAsync(channel, person, $"ask {Question}"),
            await scene.ClickAsync(answer, person, "Show quotes"),
            await scene.AnswerAsync(channel, person, () => _sim.UserUsesShortcut(claim, person, "check_against_briefings")),
            await scene.AnswerAsync(direct, person, () => _sim.UserSays(direct, person, Question)),
        ];
        _sim.UserOpensHome(person);
        await scene.UntilAsync(() => _sim.HomeOf(person) is not null, "the home tab was shown");

        Assert.All(told, message => Assert.Contains(expected, message.Read(), StringComparison.Ordinal));
        Assert.All(told[..4], message => Assert.Equal(person, message.OnlyFor));
        Assert.Equal([answer], _sim.Answers(channel));
    }
}
