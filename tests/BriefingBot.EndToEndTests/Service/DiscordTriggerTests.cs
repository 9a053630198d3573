using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>All ways to reach the bot, without the Message Content intent.</summary>
public sealed class DiscordTriggerTests(DiscordTriggerTests.Scene scene) : IClassFixture<DiscordTriggerTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_mention_is_answered_and_the_answer_can_be_replied_to()
    {
        var (channel, reader) = scene.Place();

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "Who was the last keeper of the lighthouse in Karlsund?", mention: true));
        Assert.Contains("Marta Holm", answer.Content, StringComparison.Ordinal);

        var followUp = await scene.AnswerAsync(channel, reader, () => _sim.UserReplies(answer, reader, "and when was it lit by hand?"));
        Assert.Contains("Karlsund", followUp.Content, StringComparison.Ordinal);
        Assert.Contains("until electric lamps came", followUp.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention_and_is_a_conversation()
    {
        var reader = _sim.AddUser("reader");
        var direct = _sim.DirectMessage(reader);

        var first = await scene.AnswerAsync(direct, reader, () => _sim.UserSays(direct, reader, "How often does the ferry sail to Eastholm?"));
        Assert.Contains("twice a day", first.Content, StringComparison.Ordinal);

        var second = await scene.AnswerAsync(direct, reader, () => _sim.UserSays(direct, reader, "and the tickets?"));
        Assert.Contains("Understood as", second.Content, StringComparison.Ordinal);
        Assert.Contains("12 crowns", second.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_thread_under_an_answer_a_mention_goes_on_from_it()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "How often does the ferry sail to Eastholm?", mention: true));
        var thread = _sim.UserOpensThread(answer, "The ferry");

        _sim.UserSays(thread, reader, "I will ask it.");
        var followUp = await scene.AnswerAsync(thread, reader, () => _sim.UserSays(thread, reader, "and the tickets?", mention: true));

        Assert.Contains("12 crowns", followUp.Content, StringComparison.Ordinal);
        Assert.Single(_sim.Answers(thread, reader));
    }

    [Fact]
    public async Task A_message_can_be_checked_privately()
    {
        var (channel, reader) = scene.Place();
        var claim = _sim.UserSays(channel, _sim.AddUser("speaker"), "The repairs to the storm wall of Port Velmar cost 20 million crowns!");

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserRunsMessageCommand(claim, reader, "Check against the briefings"));

        Assert.Contains(Expected, answer.Content, StringComparison.Ordinal);
        Assert.Equal(reader, answer.OnlyFor);
    }

    [Fact]
    public async Task The_command_ask_takes_a_day_an_outlet_and_privacy()
    {
        var (channel, reader) = scene.Place();

        var ledger = await AskAsync(channel, reader, ("source", "northern ledger"), ("private", true));
        Assert.Contains(Expected, ledger.Content, StringComparison.Ordinal);
        Assert.Equal(reader, ledger.OnlyFor);
        Assert.All(ledger.Embeds.Objects(), embed => Assert.StartsWith("Northern Ledger", embed["footer"]!["text"].AsString(), StringComparison.Ordinal));

        var later = await AskAsync(channel, reader, ("since", "2021-03-02"));
        Assert.All(later.Embeds.Objects(), embed => Assert.StartsWith("Northern Ledger", embed["footer"]!["text"].AsString(), StringComparison.Ordinal));
        Assert.Null(later.OnlyFor);

        Assert.Contains("do not understand", (await AskAsync(channel, reader, ("since", "soonish"))).Content, StringComparison.Ordinal);
        Assert.Contains("no articles of “Nobody”", (await AskAsync(channel, reader, ("source", "Nobody"))).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_quote_gives_exact_words_of_a_speaker()
    {
        var (channel, reader) = scene.Place();

        var quote = await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "quote", ("topic", "the wall"), ("speaker", "Brandt")));

        Assert.Contains("The wall will stand for another fifty years", quote.Content, StringComparison.Ordinal);
        Assert.Contains("Oskar Brandt", quote.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_sources_and_help_answer_the_person_alone()
    {
        var (channel, reader) = scene.Place();

        var sources = await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "sources"));
        Assert.Contains("4 articles", sources.Content, StringComparison.Ordinal);
        Assert.Contains("Coast Courier: 2", sources.Content, StringComparison.Ordinal);
        Assert.Equal(reader, sources.OnlyFor);

        var help = await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "help"));
        Assert.Contains("/ask question", help.Content, StringComparison.Ordinal);
        Assert.Equal(reader, help.OnlyFor);
    }

    [Fact]
    public async Task What_the_articles_do_not_hold_is_said_to_be_missing()
    {
        var (channel, reader) = scene.Place();

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, "Who won the chess tournament in Reykjavik?", mention: true));

        Assert.Contains("Not found", answer.Content, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(answer.Embeds);
    }

    [Fact]
    public async Task Talk_that_is_not_for_the_bot_is_left_alone()
    {
        var (channel, reader) = scene.Place();

        _sim.UserSays(channel, reader, Question);
        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, Question, mention: true));

        Assert.Equal([answer], _sim.Answers(channel, reader));
    }

    private Task<SimMessage> AskAsync(SimChannel channel, SimUser reader, params IEnumerable<(string Name, System.Text.Json.Nodes.JsonNode Value)> options) =>
        scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", [("question", Question), .. options]));

    public sealed class Scene : DiscordNewsroom
    {
        /// <summary>After all: nobody was pinged, nobody waited in vain, and Discord's own types fit all that was sent.</summary>
        public override async ValueTask DisposeAsync()
        {
            try
            {
                Assert.Empty(Sim.PingingMessages);
                Assert.Empty(Sim.Unanswered);
                Assert.Contains("valid APIInteractionResponse:", await NodeScript.ValidateTrafficAsync(Sim), StringComparison.Ordinal);
            }
            finally
            {
                await base.DisposeAsync();
            }
        }
    }
}
