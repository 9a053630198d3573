using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Discord's limits, met and forced: every question is answered once, and no limit is run into by our own doing.</summary>
public sealed class DiscordRateLimitTests(DiscordNewsroom scene) : IClassFixture<DiscordNewsroom>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task More_questions_than_a_channels_limit_wait_their_turn()
    {
        var (channel, _) = scene.Place();
        await AskedByAsync(channel, 8);
        Assert.Equal(0, _sim.RateLimits.Exceeded);
    }

    [Theory]
    [InlineData("POST /channels", "user")]
    [InlineData("POST /channels", "shared")]
    [InlineData("POST /channels", "global")]
    [InlineData("/messages/@original", "user")]
    [InlineData("/messages/@original", "shared")]
    [InlineData("/callback", "user")]
    public async Task A_refusal_for_too_many_requests_delays_and_loses_nothing(string call, string scope)
    {
        var (channel, _) = scene.Place();
        _sim.RateLimits.Refuse(call, scope, TimeSpan.FromSeconds(0.7), times: 2);

        await AskedByAsync(channel, 4);

        Assert.Equal(0, _sim.RateLimits.Exceeded);
        Assert.Empty(_sim.Unanswered);
    }

    [Fact]
    public async Task After_a_global_refusal_nothing_is_sent_until_it_is_over()
    {
        var wait = TimeSpan.FromSeconds(1.5);
        var channels = Enumerable.Range(0, 3).Select(i => scene.Place($"news-{i}").Channel).ToList();
        foreach (var channel in channels) await AskedByAsync(channel, 1);
        _sim.RateLimits.Refuse("POST /channels", "global", wait);

        await Task.WhenAll(channels.Select(channel => AskedByAsync(channel, 1)));

        var calls = _sim.Journal.Calls("POST /channels");
        var refused = calls.Last(call => call.Status == 429);
        // What was on its way when the refusal came cannot be called back.
        var during = calls.Count(call => call.At > refused.At + TimeSpan.FromSeconds(0.2) && call.At < refused.At + wait);
        Assert.Equal(0, during);
    }

    [Fact]
    public async Task An_answer_whose_way_back_got_lost_is_sent_again_and_shown_once()
    {
        var (channel, reader) = scene.Place();
        _sim.Faults.LoseResponse("/messages/@original", times: 2);
        _sim.Faults.LoseResponse("/callback");

        var answer = await scene.AnswerAsync(channel, reader, () => _sim.UserRunsCommand(channel, reader, "ask", ("question", Question)));
        await scene.UntilAsync(() => answer.Edits.Count == 3, "the edits were repeated");

        _sim.Faults.LoseResponse("POST /channels", times: 2);
        await AskedByAsync(channel, 1);
        Assert.Equal(2, _sim.Answers(channel, reader).Count);
    }

    [Fact]
    public async Task A_slow_acknowledgement_holds_up_nobody_else()
    {
        var (channel, _) = scene.Place();
        _sim.Faults.Delay("/callback", TimeSpan.FromSeconds(2), times: 3);

        await AskedByAsync(channel, 8);

        Assert.Empty(_sim.Unanswered);
    }

    [Fact]
    public async Task Who_asks_far_too_much_holds_up_nobody_else()
    {
        var (channel, spammer) = scene.Place();
        var (other, reader) = scene.Place();

        foreach (var _ in Enumerable.Range(0, 40)) _sim.UserSays(channel, spammer, Question, mention: true);
        await scene.AnswerAsync(other, reader, () => _sim.UserRunsCommand(other, reader, "ask", ("question", Question)));

        await scene.UntilAsync(() => Answered(channel) >= 5, "what was taken is answered");
        Assert.InRange(_sim.Answers(channel).Count(message => message.Content.Contains("asked a lot", StringComparison.Ordinal)), 1, 2);
        Assert.Empty(_sim.Unanswered);
    }

    /// <summary>So many people ask at once, by mention and by command in turn; each is answered exactly once.</summary>
    private async Task AskedByAsync(SimChannel channel, int people)
    {
        var before = Answered(channel);
        foreach (var i in Enumerable.Range(0, people))
        {
            var reader = _sim.AddUser($"reader-{i}");
            if (i % 2 == 0) _sim.UserSays(channel, reader, Question, mention: true);
            else _sim.UserRunsCommand(channel, reader, "ask", ("question", Question));
        }

        await scene.UntilAsync(() => Answered(channel) >= before + people, $"{people} answers came");
        Assert.Equal(before + people, Answered(channel));
    }

    private int Answered(SimChannel channel) => _sim.Answers(channel).Count(message => message.Content.Contains(Expected, StringComparison.Ordinal));
}
