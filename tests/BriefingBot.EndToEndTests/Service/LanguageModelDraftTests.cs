using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is shown of an answer while a slow model writes it: verified sentences only, and in the end the answer in their place.</summary>
public sealed class LanguageModelDraftTests(LanguageModelDraftTests.Scene scene) : IClassFixture<LanguageModelDraftTests.Scene>
{
    [Fact]
    public async Task On_Discord_the_response_is_edited_at_most_once_a_second()
    {
        var sim = scene.Discord;
        var (channel, reader) = (sim.AddChannel(scene.Guild, "news"), sim.AddUser("reader"));
        scene.Writes = request => Slowly(request, () => sim.MessagesIn(channel, reader).SelectMany(message => message.EarlierContents.Append(message.Content)));

        sim.UserRunsCommand(channel, reader, "ask", ("question", Storm.Question));
        await scene.UntilAsync(() => sim.Answers(channel, reader).Any(message => message.ButtonIds.Any()), "the answer came");

        var answer = Assert.Single(sim.MessagesIn(channel, reader));
        Assert.Contains(answer.EarlierContents, text => Holds(text, 2));
        Assert.True(Holds(answer.Content, 3), answer.Content);
        Assert.All(answer.Edits.Zip(answer.Edits.Skip(1)), edits => Assert.InRange(edits.Second - edits.First, TimeSpan.FromSeconds(0.99), TimeSpan.MaxValue));
    }

    [Fact]
    public async Task On_Slack_it_is_streamed_and_then_replaced_by_the_answer()
    {
        var (answer, others) = await AskOnSlackAsync(Slowly);

        Assert.True(Holds(answer.Stream!.Parts[0], 1), answer.Stream.Parts[0]);
        Assert.True(Holds(string.Concat(answer.Stream.Parts.Take(2)), 2), string.Concat(answer.Stream.Parts));
        Assert.NotNull(answer.Stream.StoppedAt);
        Assert.True(Holds(answer.Read(), 3), answer.Read());
        Assert.Empty(others);
    }

    [Fact]
    public async Task A_stream_that_Slack_ended_early_goes_on_as_edits_of_the_same_message()
    {
        var (answer, others) = await AskOnSlackAsync((request, shown) => Slowly(request, shown, line =>
        {
            if (line == 1) scene.Slack.ExpireStreams();
        }));

        Assert.Single(answer.Stream!.Parts);
        Assert.Contains(answer.EarlierTexts, text => Holds(text, 2));
        Assert.Null(answer.Stream.StoppedAt);
        Assert.True(Holds(answer.Read(), 3), answer.Read());
        Assert.Empty(others);
    }

    [Fact]
    public async Task Where_Slack_has_no_streams_a_message_is_edited()
    {
        scene.Slack.Faults.Refuse("chat.startStream", "feature_not_enabled");

        var (answer, others) = await AskOnSlackAsync(Slowly);

        Assert.Null(answer.Stream);
        Assert.True(Holds(answer.EarlierTexts[0], 1));
        Assert.True(Holds(answer.Read(), 3), answer.Read());
        Assert.Empty(others);
    }

    /// <summary>The call is carried out, and its answer is late: nobody knows the stream's id.</summary>
    [Fact]
    public async Task A_Slack_that_takes_long_to_show_a_draft_holds_up_no_answer_and_none_is_left_over()
    {
        scene.Slack.Faults.Delay("chat.startStream", TimeSpan.FromSeconds(20));

        var (answer, others) = await AskOnSlackAsync((request, _) => Storm.Write(request), within: 12);

        Assert.NotNull(answer.Stream);
        Assert.True(Holds(answer.Read(), 3), answer.Read());
        Assert.Empty(others);
    }

    private async Task<(Simulators.Slack.People.SimMessage Answer, IEnumerable<Simulators.Slack.People.SimMessage> Others)> AskOnSlackAsync(
        Func<LlmRequest, Func<IEnumerable<string>>, LlmReply> writes, double within = 30)
    {
        var sim = scene.Slack;
        var reader = sim.AddUser("reader");
        var channel = sim.AddChannel("news");
        scene.Writes = request => writes(request, () => sim.MessagesIn(channel).SelectMany(message => message.EarlierTexts.Append(message.Text)));

        sim.UserSays(channel, reader, Storm.Question, mention: true);
        await scene.UntilAsync(() => sim.Answers(channel, reader).Any(message => message.ActionIds.Any()), "the answer came", within);

        var shown = sim.MessagesIn(channel).Where(message => message.Author == sim.Bot).ToList();
        return (shown.Single(message => message.ActionIds.Any()), shown.Where(message => !message.ActionIds.Any()));
    }

    private static LlmReply Slowly(LlmRequest request, Func<IEnumerable<string>> shown) => Slowly(request, shown, _ => { });

    /// <summary>Writes a sentence when the ones before it are shown.</summary>
    private static LlmReply Slowly(LlmRequest request, Func<IEnumerable<string>> shown, Action<int> before) => LlmReply.Lines(Storm.Lines(request)) with
    {
        Before = async line =>
        {
            if (line > 0) await Waiting.Until(() => shown().Any(text => Holds(text, line)), $"{line} sentences to be shown", 15);
            before(line);
        },
    };

    /// <summary>Whether the first of the sentences are there, and no others.</summary>
    private static bool Holds(string text, int sentences) =>
        Storm.Sentences.Index().All(s => text.Contains(s.Item, StringComparison.Ordinal) == s.Index < sentences);

    public sealed class Scene : ModelNewsroom
    {
        public override ValueTask InitializeAsync()
        {
            Storm.Prepare(Room);
            return base.InitializeAsync();
        }
    }
}
