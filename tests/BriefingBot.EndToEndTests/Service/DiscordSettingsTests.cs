using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What a channel's administrators decide: which collections it sees, and whether follow-ups need a mention.</summary>
public sealed class DiscordSettingsTests(DiscordSettingsTests.Scene scene) : IClassFixture<DiscordSettingsTests.Scene>
{
    private const string Harbour = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Ferry = "How often does the ferry sail to Eastholm?";

    private readonly DiscordSimulator _sim = scene.Sim;
    private readonly SimUser _chief = scene.Sim.AddUser("chief", isAdministrator: true);

    [Fact]
    public async Task Settings_are_shown_and_changed_by_administrators_and_refused_to_others()
    {
        var (channel, reader) = scene.Place();

        Assert.Contains("**sentences**: 3", (await SettingsAsync(channel, _chief)).Content, StringComparison.Ordinal);
        Assert.Contains("are changed", (await SettingsAsync(channel, _chief, ("sentences", 1))).Content, StringComparison.Ordinal);
        Assert.Contains("**sentences**: 1", (await SettingsAsync(channel, _chief)).Content, StringComparison.Ordinal);
        Assert.Contains("no collection “moon”", (await SettingsAsync(channel, _chief, ("collections", "moon"))).Content, StringComparison.Ordinal);

        var refused = await SettingsAsync(channel, reader, ("sentences", 5));
        Assert.Contains("Only those who may manage this channel", refused.Content, StringComparison.Ordinal);
        Assert.Equal(reader, refused.OnlyFor);
        Assert.Contains("**sentences**: 1", (await SettingsAsync(channel, _chief)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_of_one_collection_gets_nothing_of_another()
    {
        var (channel, reader) = scene.Place("islands");
        var earlier = await MentionAsync(channel, reader, Harbour);
        Assert.Contains("14 million crowns", earlier.Content, StringComparison.Ordinal);
        await SettingsAsync(channel, _chief, ("collections", "islands"));

        var thread = _sim.UserOpensThread(earlier, "More");
        SimMessage[] seen =
        [
            await MentionAsync(channel, reader, Harbour),
            await MentionAsync(channel, reader, "How often does the ferry Solveig sail, and what do tickets cost?"),
            await MentionAsync(thread, reader, "What did the harbour board say?"),
            await ClickAsync(earlier, reader, "Show quotes"),
            await CommandAsync(channel, reader, "quote", ("topic", "the wall")),
            await CommandAsync(channel, reader, "sources"),
            await CommandAsync(channel, reader, "ask", ("question", Harbour), ("source", "Nobody")),
        ];

        Assert.All(seen, message => Assert.DoesNotMatch("14 million|12 crowns|fifty years|Coast Courier|Northern Ledger|Port Velmar reopens|Ships return|Solveig will|lighthouse|[2-9] articles", message.Text()));
        Assert.Contains("1 articles", seen[5].Content, StringComparison.Ordinal);
        Assert.Contains("Island Herald", seen[6].Content, StringComparison.Ordinal);
        Assert.Contains("3 million crowns", (await MentionAsync(channel, reader, "What will the windmill of Eastholm cost?")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ups_without_a_mention_are_answered_where_they_are_switched_on()
    {
        var (channel, reader) = scene.Place();
        var answer = await MentionAsync(channel, reader, Ferry);
        var thread = _sim.UserOpensThread(answer, "The ferry");
        _sim.UserReplies(answer, reader, "and the tickets?", ping: false);
        _sim.UserSays(thread, reader, "and the tickets?");
        await SettingsAsync(channel, _chief, ("follow-ups", true));

        var inThread = await scene.AnswerAsync(thread, reader, () => _sim.UserSays(thread, reader, "and the tickets?"));
        var reply = await scene.AnswerAsync(channel, reader, () => _sim.UserReplies(answer, reader, "and the tickets?", ping: false));

        Assert.Contains("12 crowns", inThread.Content, StringComparison.Ordinal);
        Assert.Contains("12 crowns", reply.Content, StringComparison.Ordinal);
        // What was said before it was switched on stays unanswered.
        Assert.Equal([inThread], _sim.Answers(thread, reader));
        Assert.Equal([answer, reply], _sim.Answers(channel, reader));
    }

    private Task<SimMessage> MentionAsync(SimChannel channel, SimUser reader, string text) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, text, mention: true));

    private Task<SimMessage> ClickAsync(SimMessage message, SimUser reader, string label) =>
        scene.AnswerAsync(message.Channel, reader, () => _sim.UserClicks(message, reader, message.Button(label)));

    private Task<SimMessage> CommandAsync(SimChannel channel, SimUser reader, string name, params IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Value)> options) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, name, options));

    private Task<SimMessage> SettingsAsync(SimChannel channel, SimUser user, params IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Value)> options) =>
        CommandAsync(channel, user, "briefing settings", options);

    public sealed class Scene() : DiscordNewsroom(new SimulatorSettings { Privileged = Intents.MessageContent }, ("Discord:MessageContent", "true"))
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
            Guild.OffersEveryCommand = true;
        }
    }
}
