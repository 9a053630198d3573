using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What a channel's administrators decide: which collections it sees, and whether follow-ups need a mention.</summary>
public sealed class SlackSettingsTests(SlackSettingsTests.Scene scene) : IClassFixture<SlackSettingsTests.Scene>
{
    private const string Harbour = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Ferry = "How often does the ferry sail to Eastholm?";

    private readonly SlackSimulator _sim = scene.Sim;
    private readonly SimUser _chief = scene.Sim.AddUser("chief", isAdmin: true);

    [Fact]
    public async Task Settings_are_shown_and_changed_by_administrators_and_refused_to_others()
    {
        var (channel, reader) = scene.Place();

        Assert.Contains("sentences: 3", (await SettingsAsync(channel, _chief)).Read(), StringComparison.Ordinal);
        Assert.Contains("are changed", (await SettingsAsync(channel, _chief, "sentences:1")).Read(), StringComparison.Ordinal);
        Assert.Contains("sentences: 1", (await SettingsAsync(channel, _chief)).Read(), StringComparison.Ordinal);
        Assert.Contains("no collection “moon”", (await SettingsAsync(channel, _chief, "collections:moon")).Read(), StringComparison.Ordinal);
        Assert.Contains("Write settings like these", (await SettingsAsync(channel, _chief, "sentences:many")).Read(), StringComparison.Ordinal);

        var chiefElsewhere = _sim.AddUser("other chief", isAdmin: true, team: _sim.AddTeam("Elsewhere"));
        var guest = _sim.AddUser("guest", isGuest: true);
        foreach (var person in (SimUser[])[reader, chiefElsewhere, guest])
        {
            var refused = await SettingsAsync(channel, person, "sentences:5");
            Assert.Contains("Only those who may manage this channel", refused.Read(), StringComparison.Ordinal);
            Assert.Equal(person, refused.OnlyFor);
        }

        Assert.Contains("sentences: 1", (await SettingsAsync(channel, _chief)).Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_of_one_collection_gets_nothing_of_another()
    {
        var (channel, reader) = scene.Place("islands");
        var earlier = await scene.MentionAsync(channel, reader, Harbour);
        Assert.Contains("14 million crowns", earlier.Read(), StringComparison.Ordinal);
        await SettingsAsync(channel, _chief, "collections:islands");

        SimMessage[] seen =
        [
            await scene.MentionAsync(channel, reader, Harbour),
            await scene.MentionAsync(channel, reader, "How often does the ferry Solveig sail, and what do tickets cost?"),
            await scene.MentionAsync(channel, reader, "What did the harbour board say?", thread: earlier),
            await scene.ClickAsync(earlier, reader, "Show quotes"),
            await scene.CommandAsync(channel, reader, "quote the wall"),
            await scene.CommandAsync(channel, reader, "sources"),
            await scene.CommandAsync(channel, reader, $"ask {Harbour} source:Nobody"),
        ];

        Assert.All(seen, message => Assert.DoesNotMatch("14 million|12 crowns|fifty years|Coast Courier|Northern Ledger|Port Velmar reopens|Ships return|Solveig will|lighthouse|[2-9] articles", message.Everything()));
        Assert.Contains("1 articles", seen[5].Read(), StringComparison.Ordinal);
        Assert.Contains("Island Herald", seen[6].Read(), StringComparison.Ordinal);
        Assert.Contains("3 million crowns", (await scene.MentionAsync(channel, reader, "What will the windmill of Eastholm cost?")).Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ups_without_a_mention_are_answered_where_they_are_switched_on()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.MentionAsync(channel, reader, Ferry);
        _sim.UserSays(channel, reader, "and the tickets?", thread: answer);
        await SettingsAsync(channel, _chief, "follow-ups:on");

        // Other people's threads and the channel itself stay theirs.
        var talk = _sim.UserSays(channel, reader, Harbour);
        _sim.UserSays(channel, reader, Harbour, thread: talk);
        var followUp = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "and the tickets?", thread: answer));

        Assert.Contains("12 crowns", followUp.Read(), StringComparison.Ordinal);
        // What was said before it was switched on stays unanswered.
        Assert.Equal([answer, followUp], _sim.Answers(channel));
    }

    private Task<SimMessage> SettingsAsync(SimChannel channel, SimUser user, string settings = "") => scene.CommandAsync(channel, user, $"settings {settings}");

    public sealed class Scene() : SlackNewsroom(new SimulatorSettings(), ("Slack:AnswerGuests", "true"), ("Slack:AnswerConnect", "true"))
    {
        public override async ValueTask InitializeAsync()
        {
            Room.Write("seeds/islands/windmill.md", """
                ---
                title: Eastholm votes for a windmill
                source: Island Herald
                published: 2021-05-02
                ---

                The council of Eastholm has voted for a windmill. The windmill will cost 3 million crowns, the council said.
                """);
            await base.InitializeAsync();
        }
    }
}
