using BriefingBot.Answering.Synthesis;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.Hosting;
using BriefingBot.SemanticKernel;

namespace BriefingBot.EndToEndTests.SemanticKernel;

/// <summary>Whatever goes wrong at a provider becomes one kind of exception, in bounded time, without key or question.</summary>
public sealed class FaultTests
{
    public static TheoryData<string> Providers => [.. LlmOptions.Providers];

    public static MatrixTheoryData<string, int> Refusals => new(LlmOptions.Providers, [400, 401, 404, 429, 500, 503, 529]);

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_explained_by_its_status_and_code_alone(string provider, int status)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Refusal(status, "some_code"));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));

        var failure = await FailureOf(desk);

        Assert.Contains($"{status}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(provider != LlmOptions.Ollama, failure.Message.Contains("some_code", StringComparison.Ordinal));
        AssertDiscreet(desk, failure);
        Assert.Equal(0, (await desk.Ledger.OfAsync(desk.Today, CancellationToken.None)).Tokens);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_wrong_key_is_named_by_its_setting(string provider)
    {
        if (provider == LlmOptions.Ollama) return; // It asks for none.
        await using var sim = await LlmSimulator.StartAsync();
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { ApiKey = "sk-wrong" });

        var failure = await FailureOf(desk);

        Assert.Contains("does not accept Llm:ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-wrong", failure.Message + failure.InnerException, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_reply_that_breaks_off_after_some_words_gives_those_and_then_fails(string provider)
    {
        foreach (var fault in new[] { Fault.Cut, Fault.EndsEarly, Fault.Malformed })
        {
            await using var sim = await LlmSimulator.StartAsync(LlmReply.Of("The repairs cost 14 million crowns. [k1]") with { Fault = fault });
            using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { MaxRetries = 3 });
            var given = new List<string>();

            var failure = await FailureOf(desk, given);

            Assert.StartsWith("The repairs", string.Concat(given), StringComparison.Ordinal);
            Assert.Single(sim.Requests);
            AssertDiscreet(desk, failure);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_first_word_that_does_not_come_is_waited_for_as_long_as_set(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Of("Late.") with { Fault = Fault.SlowStart });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { FirstTokenSeconds = 7 });

        var failing = FailureOf(desk);
        await Until(sim.Waiting);
        desk.Time.Advance(TimeSpan.FromSeconds(7));

        Assert.Contains("gave nothing for 7 seconds", (await failing).Message, StringComparison.Ordinal);
        await Until(sim.GivenUp);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_reply_that_stalls_is_given_up(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Of("The repairs cost 14 million.") with { Fault = Fault.Stall });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { FirstTokenSeconds = 7 });
        await using var reply = desk.Model.WriteAsync(ModelDesk.Task, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reply.MoveNextAsync());
        Assert.True(await reply.MoveNextAsync());

        var next = reply.MoveNextAsync();
        await Until(sim.Waiting);
        desk.Time.Advance(TimeSpan.FromSeconds(7));

        await Assert.ThrowsAsync<ModelException>(async () => await next);
        await Until(sim.GivenUp);
    }

    [Fact]
    public async Task The_whole_answer_has_a_limit_of_its_own()
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Of("Late.") with { Fault = Fault.SlowStart });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { TimeoutSeconds = 5, FirstTokenSeconds = 60 });

        var failing = FailureOf(desk);
        await Until(sim.Waiting);
        desk.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains("did not finish within 5 seconds", (await failing).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_caller_that_cancels_is_not_told_of_a_failure(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Of("Late.") with { Fault = Fault.SlowStart });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));
        using var leaving = new CancellationTokenSource();

        var next = desk.Model.WriteAsync(ModelDesk.Task, leaving.Token).GetAsyncEnumerator(leaving.Token).MoveNextAsync();
        await Until(sim.Waiting);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await Until(sim.GivenUp);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Endless_output_is_cut(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Endless("Crowns and crowns and more crowns. "));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));

        var (text, _) = await desk.WriteAsync();

        Assert.InRange(text.Length, 1000, 5000);
        await Until(sim.GivenUp);
    }

    [Fact]
    public async Task A_busy_provider_is_asked_again_when_it_says_so()
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Refusal(429, "rate_limit", retryAfter: "4"), LlmReply.Refusal(503), LlmReply.Of("Done. [k1]"));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { MaxRetries = 2, FirstTokenSeconds = 6 });

        var writing = desk.WriteAsync();
        Assert.Equal(TimeSpan.FromSeconds(4), await desk.Time.PassAsync(4, 4));
        await desk.Time.PassAsync(0.1, 5);

        Assert.Equal("Done. [k1]", (await writing).Text);
        Assert.Equal(3, sim.Requests.Count);
    }

    [Theory]
    [InlineData(429, "rate_limit", "3600")]
    [InlineData(429, "insufficient_quota", null)]
    [InlineData(400, "context_length_exceeded", null)]
    public async Task What_waiting_does_not_mend_is_not_tried_again(int status, string code, string? retryAfter)
    {
        await using var sim = await LlmSimulator.StartAsync(LlmReply.Refusal(status, code, retryAfter), LlmReply.Of("Not asked for."));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { MaxRetries = 2 });

        await FailureOf(desk);

        Assert.Single(sim.Requests);
    }

    [Fact]
    public async Task After_several_failures_the_provider_is_left_alone_for_a_while()
    {
        var healthy = false;
        await using var sim = await LlmSimulator.StartAsync(_ => healthy ? LlmReply.Of("Back. [k1]") : LlmReply.Refusal(503));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));
        for (var i = 0; i < 4; i++) await FailureOf(desk);

        Assert.NotNull(desk.Model.RestsUntil);
        Assert.Contains("left alone", (await FailureOf(desk)).Message, StringComparison.Ordinal);
        Assert.Equal(4, sim.Requests.Count);

        healthy = true;
        desk.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("Back. [k1]", (await desk.WriteAsync()).Text);
        Assert.Null(desk.Model.RestsUntil);
    }

    [Fact]
    public async Task Its_health_says_until_when_it_rests_and_what_of_the_days_tokens_is_used_and_no_secret()
    {
        var healthy = true;
        await using var sim = await LlmSimulator.StartAsync(_ => healthy ? LlmReply.Of("Well. [k1]") : LlmReply.Refusal(503));
        var options = ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { TokensPerDay = 50_000 };
        using var desk = new ModelDesk(options);
        var health = new LanguageModelHealth(options, desk.Budget, desk.Model);
        var used = (await desk.WriteAsync()).Usage!;
        var (on, tokens) = (await ReportAsync(), used.InputTokens + used.OutputTokens);
        healthy = false;
        for (var i = 0; i < 4; i++) await FailureOf(desk);
        var (resting, until) = (await ReportAsync(), desk.Time.GetUtcNow().AddSeconds(30));
        desk.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal($$"""{"state":"on","tokensToday":{{tokens}},"tokensPerDay":50000}""", on);
        Assert.Equal($$"""{"state":"resting","until":"{{until:yyyy-MM-ddTHH:mm:ss}}Z","tokensToday":{{tokens}},"tokensPerDay":50000}""", resting);
        Assert.Equal(on, await ReportAsync());

        async Task<string> ReportAsync() => (await health.ReportAsync(CancellationToken.None)).ToJsonString();
    }

    [Fact]
    public async Task Replies_that_break_off_count_as_failures_too()
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("The repairs cost 14 million.") with { Fault = Fault.Cut });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        for (var i = 0; i < 2; i++) Assert.Contains("broke off", (await FailureOf(desk)).Message, StringComparison.Ordinal);

        Assert.NotNull(desk.Model.RestsUntil);
    }

    [Fact]
    public async Task No_more_requests_than_set_are_made_at_a_time()
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("Slow words that take their time. [k1]"));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { Concurrency = 2 });

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => desk.WriteAsync()));

        Assert.InRange(sim.MostOpen, 1, 2);
    }

    [Fact]
    public async Task A_person_over_budget_is_refused_before_the_provider_is_asked()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim) with { TokensPerUserAndDay = 4000 });
        await desk.WriteAsync();
        await desk.Budget.ReserveAsync(ModelDesk.Task.User, 0, 3000, CancellationToken.None);

        Assert.Contains("Llm:TokensPerUserAndDay is used up", (await FailureOf(desk)).Message, StringComparison.Ordinal);
        Assert.NotEmpty((await desk.WriteAsync(ModelDesk.Task with { User = "discord:2" })).Text);
        Assert.Equal(2, sim.Requests.Count);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_said_to_be_unreachable()
    {
        var sim = await LlmSimulator.StartAsync();
        var options = ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim);
        await sim.DisposeAsync();
        using var desk = new ModelDesk(options);

        Assert.Contains("cannot be reached", (await FailureOf(desk)).Message, StringComparison.Ordinal);
    }

    private static async Task<ModelException> FailureOf(ModelDesk desk, List<string>? given = null) => await Assert.ThrowsAsync<ModelException>(async () =>
    {
        await foreach (var delta in desk.Model.WriteAsync(ModelDesk.Task, TestContext.Current.CancellationToken)) given?.Add(delta.Text);
    });

    /// <summary>A client that never comes is a failure, not a test that hangs.</summary>
    private static async Task Until(SemaphoreSlim signal) => Assert.True(await signal.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

    private static void AssertDiscreet(ModelDesk desk, ModelException failure) => Assert.All(
        [LlmSimulator.Key, ModelDesk.Question, "The wall will stand"], secret => Assert.DoesNotContain(secret, failure.Message + desk.Log.All, StringComparison.Ordinal));
}
