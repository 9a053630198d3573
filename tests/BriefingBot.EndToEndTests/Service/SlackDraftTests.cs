using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.SemanticKernel;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>What is shown while a slow model writes, and what becomes of it: the answer takes its place, and nothing is left over.</summary>
public sealed class SlackDraftTests(SlackDraftTests.Scene scene) : IClassFixture<SlackDraftTests.Scene>
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task In_an_assistant_thread_a_status_stands_until_there_is_something_to_show()
    {
        var thread = _sim.UserOpensAssistant(_sim.AddUser("reader"));
        _sim.UserSays(thread.Channel, thread.Channel.With!, Question, thread: thread);
        await scene.UntilAsync(() => _sim.StatusIn(thread).Contains("searching", StringComparison.Ordinal), "the status was shown");

        await AnsweredAsync(thread.Channel, besides: thread);
        Assert.Equal("", _sim.StatusIn(thread));
    }

    [Fact]
    public async Task Where_there_is_no_thread_a_message_says_so_until_the_answer_takes_its_place()
    {
        var (channel, reader) = scene.Place();
        _sim.UserRunsCommand(channel, reader, "/briefing", $"ask {Question}");
        await scene.UntilAsync(() => _sim.Answers(channel).Any(message => message.Text.StartsWith("Searching", StringComparison.Ordinal)), "the message was shown");

        await AnsweredAsync(channel);
    }

    [Fact]
    public async Task What_is_written_is_streamed_and_becomes_the_answer()
    {
        var channel = await StreamedAsync();

        await AnsweredAsync(channel);
        Assert.NotNull(_sim.Answers(channel).Single().Stream!.StoppedAt);
    }

    [Fact]
    public async Task A_stream_that_expires_becomes_the_answer_all_the_same()
    {
        var channel = await StreamedAsync();
        _sim.ExpireStreams();

        await AnsweredAsync(channel);
        Assert.Contains(_sim.Journal.Calls("chat.stopStream"), call => call.Answer?["error"].AsString() == "message_not_in_streaming_state");
    }

    [Fact]
    public async Task A_stream_whose_end_is_not_confirmed_becomes_the_answer_once()
    {
        var channel = await StreamedAsync();
        _sim.Faults.LoseResponse("chat.stopStream");
        _sim.Faults.LoseResponse("chat.update");
        _sim.Faults.Fail("chat.update", 503);

        await AnsweredAsync(channel);
    }

    [Fact]
    public async Task A_stream_that_was_begun_before_a_kill_becomes_the_answer_after_it()
    {
        var channel = await StreamedAsync();
        await scene.RestartAsync();

        await AnsweredAsync(channel);
    }

    /// <summary>Asks, and waits until the first sentence is shown.</summary>
    private async Task<SimChannel> StreamedAsync()
    {
        var (channel, reader) = scene.Place();
        _sim.UserSays(channel, reader, Question, mention: true);
        scene.Sentences.Release();
        await scene.UntilAsync(() => _sim.Streams.Any(message => message.Channel == channel && message.Text.Length > 0), "the first sentence was shown");
        return channel;
    }

    /// <summary>Lets the model write the rest.</summary>
    private async Task AnsweredAsync(SimChannel channel, SimMessage? besides = null)
    {
        scene.Sentences.Release(10);
        await scene.UntilAsync(() => _sim.Answers(channel).Any(message => message.Buttons().Contains("Show quotes")), "the answer came");
        Assert.Contains(Expected, Assert.Single(_sim.Answers(channel), message => message != besides).Read(), StringComparison.Ordinal);
        while (await scene.Sentences.WaitAsync(0, TestContext.Current.CancellationToken)) continue;
    }

    public sealed class Scene : SlackNewsroom
    {
        private LlmSimulator _model = null!;

        /// <summary>How many sentences the model may still write.</summary>
        internal SemaphoreSlim Sentences { get; } = new(0);

        private protected override IEnumerable<(string Key, string Value)> Settings =>
            [.. base.Settings, ("Llm:Provider", LlmOptions.OpenAICompatible), ("Llm:Endpoint", $"{_model.Url}/v1"), ("Llm:ApiKey", LlmSimulator.Key), ("Llm:Model", LlmSimulator.Model)];

        public override async ValueTask InitializeAsync()
        {
            _model = await LlmSimulator.StartAsync(request => new LlmReply(Slowly(request)));
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            try
            {
                Assert.Empty(Sim.PingingMessages);
                Assert.Contains("valid ChatStartStreamArguments:", await NodeScript.ValidateTrafficAsync(Sim), StringComparison.Ordinal);
            }
            finally
            {
                await base.DisposeAsync();
                await _model.DisposeAsync();
                Sentences.Dispose();
            }
        }

        private IEnumerable<string> Slowly(LlmRequest request)
        {
            foreach (var passage in request.Passages.Where(passage => passage.Text.Contains(Expected, StringComparison.Ordinal)))
            {
                // Whoever waits in vain is told so by the test.
                if (!Sentences.Wait(TimeSpan.FromSeconds(20))) yield break;
                var sentence = passage.Text.ReplaceLineEndings(" ").Split(". ").First(sentence => sentence.Contains(Expected, StringComparison.Ordinal)).TrimEnd('.');
                yield return $"{sentence}. [{passage.Key}]\n";
            }
        }
    }
}
