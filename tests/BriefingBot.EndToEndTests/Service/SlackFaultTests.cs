using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Calls of the Web API that are refused, fail, are slow or lose their responses: every question is answered once.</summary>
public sealed class SlackFaultTests(SlackFaultTests.Scene scene) : IClassFixture<SlackFaultTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task More_questions_than_a_channels_limit_wait_their_turn()
    {
        var exceeded = _sim.RateLimits.Exceeded;
        await AskedByAsync(scene.Place().Channel, 8);
        Assert.Equal(exceeded, _sim.RateLimits.Exceeded);
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("users.info")]
    public async Task Refusals_that_pass_delay_and_lose_nothing(string method)
    {
        string[] codes = ["internal_error", "fatal_error", "service_unavailable", "ratelimited", "request_timeout"];
        foreach (var code in codes) _sim.Faults.Refuse(method, code);
        _sim.RateLimits.Refuse(method, TimeSpan.FromSeconds(1), times: 2);

        await AskedByAsync(scene.Place().Channel, 4);
        await AskedByAsync(scene.Place().Channel, 4);

        var answers = _sim.Journal.Calls(method).Select(call => call.Answer?["error"].AsString()).ToList();
        Assert.All(codes, code => Assert.Contains(code, answers));
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("users.info")]
    public async Task Failures_and_lost_responses_lose_nothing_and_repeat_nothing(string method)
    {
        _sim.Faults.Fail(method, 500);
        _sim.Faults.LoseResponse(method, times: 3);
        _sim.Faults.Fail(method, 503);
        // What may be out is looked for before it is sent again, and the look-up may fail, too.
        _sim.Faults.Fail("conversations.replies", 503);
        _sim.Faults.LoseResponse("conversations.history");

        await AskedByAsync(scene.Place().Channel, 4);
        await AskedByAsync(scene.Place().Channel, 4);
    }

    [Fact]
    public async Task A_click_or_command_is_answered_though_its_trigger_has_expired()
    {
        var (channel, reader) = scene.Place();
        _sim.Faults.ExpiredTriggers = true;
        var answer = await scene.CommandAsync(channel, reader, $"ask {Question}");
        var quotes = await scene.ClickAsync(answer, reader, "Show quotes");
        _sim.Faults.ExpiredTriggers = false;

        Assert.Contains(Expected, quotes.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_up_one_person_slowly_holds_up_nobody_else()
    {
        var (channel, reader) = scene.Place();
        await scene.MentionAsync(channel, reader, Question);
        var before = _sim.Deliveries.Count;
        _sim.Faults.Delay("users.info", TimeSpan.FromSeconds(5));
        var slow = _sim.AddUser("slow");
        _sim.UserSays(channel, slow, Question, mention: true);

        await scene.MentionAsync(channel, reader, "How often does the ferry sail to Eastholm?");
        await scene.CommandAsync(channel, reader, "help");

        Assert.DoesNotContain(_sim.Deliveries.Skip(before), delivery => UserOf(delivery) == reader.Id && delivery.Failures > 0);
        await scene.UntilAsync(() => Answered(channel) == 2, "the other was answered, too");
        // Their event came again meanwhile.
        await scene.MentionAsync(channel, slow, "Who was the last keeper of the lighthouse in Karlsund?");
        Assert.Equal(2, Answered(channel));
    }

    [Fact]
    public async Task Posting_slowly_in_one_channel_holds_up_no_other()
    {
        var (channel, reader) = scene.Place();
        var (other, _) = scene.Place();
        _sim.Faults.Delay("chat.postMessage", TimeSpan.FromSeconds(4));
        _sim.UserSays(channel, reader, Question, mention: true);
        await scene.UntilAsync(() => Answered(channel) == 1, "the slow one was posted");

        var started = TimeProvider.System.GetTimestamp();
        await scene.MentionAsync(other, _sim.AddUser("other"), Question);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(3.5), "It had to wait.");

        await scene.MentionAsync(channel, reader, "How often does the ferry sail to Eastholm?");
        Assert.Equal(1, Answered(channel));
    }

    /// <summary>So many people ask at once, by mention, by command and directly in turn; each is answered exactly once.</summary>
    private async Task AskedByAsync(SimChannel channel, int people)
    {
        var readers = Enumerable.Range(0, people).Select(i => _sim.AddUser($"reader-{i}")).ToList();
        var places = readers.Select((reader, i) => i % 3 == 2 ? _sim.DirectMessage(reader) : channel).Distinct().ToList();
        foreach (var (i, reader) in readers.Index())
        {
            switch (i % 3)
            {
                case 0: _sim.UserSays(channel, reader, Question, mention: true); break;
                case 1: _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {Question}"); break;
                default: _sim.UserSays(_sim.DirectMessage(reader), reader, Question); break;
            }
        }

        int AnsweredInAll() => places.Sum(Answered);
        // One reply may meet several of the faults, and each time it waits twice as long: 2, 4, 8, 16 seconds.
        await scene.UntilAsync(() => AnsweredInAll() >= people, $"{people} answers came", seconds: 120);
        Assert.Equal(people, AnsweredInAll());
    }

    private static string? UserOf(SimDelivery delivery) => (delivery.Payload["event"]?["user"] ?? delivery.Payload["user_id"]).AsString();

    private int Answered(SimChannel channel) => _sim.Answers(channel).Count(message => message.Read().Contains(Expected, StringComparison.Ordinal));

    public sealed class Scene() : SlackNewsroom(new SimulatorSettings { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)] })
    {
        /// <summary>After all: what our client sent, Slack's own types fit.</summary>
        public override async ValueTask DisposeAsync()
        {
            try
            {
                Assert.Contains("valid ConversationsRepliesArguments:", await NodeScript.ValidateTrafficAsync(Sim), StringComparison.Ordinal);
            }
            finally
            {
                await base.DisposeAsync();
            }
        }
    }
}
