using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>All ways to reach the bot, with the scopes and events of its manifest.</summary>
public sealed class SlackTriggerTests(SlackTriggerTests.Scene scene) : IClassFixture<SlackTriggerTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";
    private const string Ferry = "How often does the ferry sail to Eastholm?";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_mention_comes_as_two_events_and_is_answered_once_in_its_thread()
    {
        var (channel, reader) = scene.Place();
        var asked = _sim.UserSays(channel, reader, Question, mention: true);
        await scene.UntilAsync(() => _sim.Deliveries.Count(delivery => TsOf(delivery) == asked.Ts && delivery.AcknowledgedAt is not null) == 2, "both events were taken");
        await scene.UntilAsync(() => _sim.Answers(channel).Count > 0, "an answer came");
        await scene.MentionAsync(channel, reader, Ferry);

        var answer = Assert.Single(_sim.Thread(asked));
        Assert.Contains(Expected, answer.Read(), StringComparison.Ordinal);
        Assert.Equal(2, _sim.Answers(channel).Count);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention_and_its_thread_is_a_conversation()
    {
        var reader = _sim.AddUser("reader");
        var direct = _sim.DirectMessage(reader);

        var first = await scene.AnswerAsync(direct, reader, () => _sim.UserSays(direct, reader, Ferry));
        Assert.Contains("twice a day", first.Read(), StringComparison.Ordinal);

        var second = await scene.AnswerAsync(direct, reader, () => _sim.UserSays(direct, reader, "and the tickets?", thread: first));
        Assert.Contains("Understood as", second.Read(), StringComparison.Ordinal);
        Assert.Contains("12 crowns", second.Read(), StringComparison.Ordinal);
        Assert.Equal(first.ThreadTs, second.ThreadTs);
    }

    [Fact]
    public async Task In_a_thread_under_an_answer_a_mention_goes_on_from_it_and_talk_is_left_alone()
    {
        var (channel, reader) = scene.Place();
        var answer = await scene.MentionAsync(channel, reader, Ferry);

        _sim.UserSays(channel, reader, Question);
        _sim.UserSays(channel, reader, "and the tickets?", thread: answer);
        var followUp = await scene.MentionAsync(channel, reader, "and the tickets?", answer);

        Assert.Contains("12 crowns", followUp.Read(), StringComparison.Ordinal);
        Assert.Equal(answer.ThreadTs, followUp.ThreadTs);
        Assert.Equal([answer, followUp], _sim.Answers(channel, reader));
    }

    [Fact]
    public async Task The_command_ask_takes_a_day_an_outlet_and_privacy()
    {
        var (channel, reader) = scene.Place();

        var ledger = await scene.CommandAsync(channel, reader, $"ask {Question} source:\"northern ledger\" private");
        Assert.Contains(Expected, ledger.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, ledger.OnlyFor);
        Assert.Contains("(Northern Ledger, ", ledger.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Coast Courier", ledger.Read(), StringComparison.Ordinal);

        var later = await scene.CommandAsync(channel, reader, $"ask {Question} since:2021-03-02");
        Assert.Contains(Question, later.Read(), StringComparison.Ordinal);
        Assert.Contains("(Northern Ledger, 2 Mar 2021)", later.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Coast Courier", later.Read(), StringComparison.Ordinal);
        Assert.Null(later.OnlyFor);

        Assert.Contains("do not understand", (await scene.CommandAsync(channel, reader, $"ask {Question} since:soonish")).Read(), StringComparison.Ordinal);
        Assert.Contains("no articles of “Nobody”", (await scene.CommandAsync(channel, reader, $"ask {Question} source:Nobody")).Read(), StringComparison.Ordinal);

        var hint = await scene.CommandAsync(channel, reader, "ask private");
        Assert.Contains("Write a question", hint.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, hint.OnlyFor);
    }

    [Fact]
    public async Task The_command_quote_gives_exact_words_of_a_speaker()
    {
        var (channel, reader) = scene.Place();

        var quote = await scene.CommandAsync(channel, reader, "quote the wall speaker:Brandt");

        Assert.Contains("The wall will stand for another fifty years", quote.Read(), StringComparison.Ordinal);
        Assert.Contains("Oskar Brandt", quote.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_sources_and_help_answer_the_person_alone()
    {
        var (channel, reader) = scene.Place();

        var sources = await scene.CommandAsync(channel, reader, "sources");
        Assert.Contains("4 articles", sources.Read(), StringComparison.Ordinal);
        Assert.Contains("Coast Courier: 2", sources.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, sources.OnlyFor);

        foreach (var text in (string[])["help", ""])
        {
            var help = await scene.CommandAsync(channel, reader, text);
            Assert.Contains("/briefing ask question", help.Read(), StringComparison.Ordinal);
            Assert.Equal(reader, help.OnlyFor);
        }
    }

    [Fact]
    public async Task A_message_can_be_checked_privately()
    {
        var (channel, reader) = scene.Place();
        var claim = _sim.UserSays(channel, _sim.AddUser("speaker"), "The repairs to the storm wall of Port Velmar cost 20 million crowns!");

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserUsesShortcut(claim, reader, "check_against_briefings"));

        Assert.Contains(Expected, answer.Read(), StringComparison.Ordinal);
        Assert.Equal(reader, answer.OnlyFor);
    }

    [Fact]
    public async Task The_home_tab_shows_how_to_ask_and_what_was_asked()
    {
        var (channel, reader) = scene.Place();
        _sim.UserOpensHome(reader);
        await scene.UntilAsync(() => _sim.HomeOf(reader) is not null, "the home tab was shown");
        var home = _sim.HomeOf(reader)!;
        Assert.Contains("/briefing ask question", SlackShown.Read(home.View["blocks"]), StringComparison.Ordinal);

        await scene.MentionAsync(channel, reader, Question);
        _sim.UserOpensHome(reader);
        await scene.UntilAsync(() => home.Shown.Contains(Question, StringComparison.Ordinal), "the question was listed");

        var other = _sim.AddUser("other");
        _sim.UserOpensHome(other);
        await scene.UntilAsync(() => _sim.HomeOf(other) is not null, "the other's home tab was shown");
        Assert.DoesNotContain(Question, _sim.HomeOf(other)!.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_assistant_suggests_what_to_ask_and_answers_in_its_thread()
    {
        var (channel, reader) = scene.Place();
        var thread = _sim.UserOpensAssistant(reader, lookingAt: channel);
        await scene.UntilAsync(() => _sim.Prompts.Any(prompts => prompts.ThreadTs == thread.Ts) && _sim.TitleOf(thread) is not null, "the thread was begun");
        var suggested = _sim.Prompts.Single(prompts => prompts.ThreadTs == thread.Ts).Prompts;
        Assert.Contains(suggested, prompt => prompt.Message == "help");

        var first = await scene.AnswerAsync(thread.Channel, reader, () => _sim.UserSays(thread.Channel, reader, Ferry, thread: thread));
        var second = await scene.AnswerAsync(thread.Channel, reader, () => _sim.UserSays(thread.Channel, reader, "and the tickets?", thread: thread));

        Assert.Contains("twice a day", first.Read(), StringComparison.Ordinal);
        Assert.Contains("12 crowns", second.Read(), StringComparison.Ordinal);
        Assert.All([first, second], answer => Assert.Equal(thread.Ts, answer.ThreadTs));
        Assert.Equal("", _sim.StatusIn(thread));
    }

    [Fact]
    public async Task What_the_articles_do_not_hold_is_said_to_be_missing()
    {
        var (channel, reader) = scene.Place();

        var answer = await scene.MentionAsync(channel, reader, "Who won the chess tournament in Reykjavik?");

        Assert.Contains("Not found", answer.Read(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[1]", answer.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_edits_is_not_answered_again()
    {
        var (channel, reader) = scene.Place();
        var asked = _sim.UserSays(channel, reader, $"{_sim.Bot.Mention} {Question}");
        await scene.UntilAsync(() => _sim.Answers(channel).Count == 1, "the answer came");

        _sim.UserEdits(asked, $"{_sim.Bot.Mention} {Ferry}");
        await scene.MentionAsync(channel, reader, "Who was the last keeper of the lighthouse in Karlsund?");

        Assert.Equal(2, _sim.Answers(channel).Count);
    }

    [Fact]
    public async Task Who_asks_far_too_much_is_told_once_and_holds_up_nobody_else()
    {
        var (channel, spammer) = scene.Place();
        var (other, reader) = scene.Place();

        foreach (var _ in Enumerable.Range(0, 30)) _sim.UserSays(channel, spammer, Question, mention: true);
        await scene.MentionAsync(other, reader, Question);

        await scene.UntilAsync(() => _sim.Answers(channel).Count(message => message.Read().Contains(Expected, StringComparison.Ordinal)) >= 5, "what was taken is answered");
        Assert.Contains("asked a lot", Assert.Single(_sim.EphemeralsFor(spammer)).Read(), StringComparison.Ordinal);
    }

    private static string? TsOf(SimDelivery delivery) => delivery.Payload["event"]?["ts"].AsString();

    public sealed class Scene : SlackNewsroom
    {
        /// <summary>After all: nobody was pinged, nobody waited in vain, and Slack's own types fit all that was sent.</summary>
        public override async ValueTask DisposeAsync()
        {
            try
            {
                Assert.Empty(Sim.PingingMessages);
                Assert.Empty(Sim.UnfurledLinks);
                Assert.DoesNotContain(Sim.Deliveries, delivery => delivery.Failures > 0);
                Assert.Contains("valid HomeView:", await NodeScript.ValidateTrafficAsync(Sim), StringComparison.Ordinal);
            }
            finally
            {
                await base.DisposeAsync();
            }
        }
    }
}
