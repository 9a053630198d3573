using BriefingBot.Answering.Synthesis;
using BriefingBot.EndToEndTests.Simulators.Llm;
using BriefingBot.SemanticKernel;

namespace BriefingBot.EndToEndTests.SemanticKernel;

/// <summary>Each kind of provider through its real client, over sockets.</summary>
public sealed class ProviderTests
{
    private const string Expected = "The repairs cost 14 million crowns. [k1]\nShips have returned to Port Velmar. [k2]";

    public static TheoryData<string> Providers => [.. LlmOptions.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_reply_comes_in_pieces_and_with_the_tokens_that_the_provider_counted(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { PricePerMillionInputTokens = 1000, PricePerMillionOutputTokens = 5000 });

        var deltas = new List<ModelDelta>();
        await foreach (var delta in desk.Model.WriteAsync(ModelDesk.Task, TestContext.Current.CancellationToken)) deltas.Add(delta);

        Assert.Equal(Expected, string.Concat(deltas.Select(d => d.Text)));
        Assert.True(deltas.Count > 5, "It was not streamed.");
        var usage = deltas[^1].Usage!;
        Assert.True(usage.InputTokens > 100);
        Assert.Equal(14, usage.OutputTokens);
        var (tokens, cost) = await desk.Ledger.OfAsync(desk.Today, CancellationToken.None);
        Assert.Equal(usage.InputTokens + usage.OutputTokens, tokens);
        Assert.Equal((usage.InputTokens * 0.001m) + (usage.OutputTokens * 0.005m), cost, 6);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_model_may_search_once_more_within_what_the_asker_may_see(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.SearchesFor("ferry tickets"));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));
        var queries = new List<string>();

        var (text, usage) = await desk.WriteAsync(ModelDesk.Task with
        {
            Search = (query, _) =>
            {
                queries.Add(query);
                return ValueTask.FromResult<IReadOnlyList<KeyedPassage>>([new("k9", "Coast Courier", "Ferry", null, "Tickets cost 12 crowns. They are sold on board.")]);
            },
        });

        Assert.Equal(["ferry tickets"], queries);
        Assert.Equal($"{Expected}\nTickets cost 12 crowns. [k9]", text);
        Assert.Equal(2, sim.Requests.Count);
        Assert.True(usage!.InputTokens > 300, "Both requests count.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_function_that_was_not_offered_is_refused_and_rounds_are_bounded(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(
            _ => new LlmReply() { Calls = [new ToolCall("c1", "delete_articles", "{}"), new ToolCall("c2", "search", """{"query":"x"}""")] });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim) with { MaxSearches = 2 });

        var (text, _) = await desk.WriteAsync(ModelDesk.Task with { Search = (_, _) => throw new InvalidOperationException("It was to be refused.") });

        Assert.Equal("", text);
        Assert.Equal(3, sim.Requests.Count);
        Assert.Contains("Refused", sim.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reasoning_is_no_part_of_the_reply_whether_or_not_the_provider_keeps_it_apart(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(request => request.Text.Contains("apart", StringComparison.Ordinal)
            ? ModelBehaviour.Good(request) with { Reasoning = ["The harbour cost", " 900 million. [k1]\n"] }
            : new LlmReply(["<thi", "nk>The harbour cost 900 million. [k1]\n", string.Concat(Enumerable.Repeat("Hm. ", 1200)), "</thin", "k>\n", .. ModelBehaviour.Good(request).Pieces]));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));

        var (between, counted) = await desk.WriteAsync();
        var (apart, _) = await desk.WriteAsync(ModelDesk.Task with { Question = "Is it kept apart?" });

        Assert.Equal(Expected, between.Trim());
        Assert.Equal(14 + 1200 + 9, counted!.OutputTokens);
        Assert.Equal(Expected, apart);
        Assert.DoesNotContain("Warning", desk.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasoning_without_an_end_is_cut_off_and_nothing_of_it_is_given_out()
    {
        await using var sim = await LlmSimulator.StartAsync(_ => new LlmReply(Enumerable.Repeat("It cost 14 million. [k1]\n", int.MaxValue).Prepend("<think>")));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        Assert.Equal("", (await desk.WriteAsync()).Text);
        Assert.Contains("was cut off", desk.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_search_no_function_is_offered()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.SearchesFor("x"));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        Assert.Equal(Expected, (await desk.WriteAsync()).Text);
        Assert.Null(sim.Requests.Single().Body["tools"]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_follow_up_is_rewritten_into_one_line(string provider)
    {
        await using var sim = await LlmSimulator.StartAsync(_ => LlmReply.Of("\nWhat did the repairs in Tunis cost?\nI hope that helps."));
        using var desk = new ModelDesk(ModelDesk.OptionsOf(provider, sim));

        var question = await desk.Model.RewriteAsync([ModelDesk.Question], "and in Tunis?", "discord:1", TestContext.Current.CancellationToken);

        Assert.Equal("What did the repairs in Tunis cost?", question);
        Assert.Contains("and in Tunis?", sim.Requests.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_that_were_refused_are_shown_with_the_reason()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        await desk.WriteAsync(ModelDesk.Task with { Refused = [new RefusedSentence("It cost 900 crowns.", "900 is not in the passage")] });

        Assert.Matches("<refused-[0-9a-f]+ reason=\"900 is not in the passage\">\nIt cost 900 crowns.\n</refused-", sim.Requests.Single().Text);
    }

    [Fact]
    public async Task Tokens_are_estimated_where_the_provider_does_not_count_them()
    {
        await using var sim = await LlmSimulator.StartAsync(request => ModelBehaviour.Good(request) with { WithoutUsage = true });
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        var (_, usage) = await desk.WriteAsync();

        var tokens = (await desk.Ledger.OfAsync(desk.Today, CancellationToken.None)).Tokens;
        Assert.InRange(tokens, 300, 1500);
        Assert.Equal(tokens, usage!.InputTokens + usage.OutputTokens);
        Assert.Contains("estimated", desk.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_used_is_known_to_who_stops_reading_before_the_provider_says_so()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.OpenAICompatible, sim));

        var first = await desk.Model.WriteAsync(ModelDesk.Task, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        var usage = first.Usage!;
        Assert.InRange(usage.InputTokens, 300, 1500);
        Assert.Equal((await desk.Ledger.OfAsync(desk.Today, CancellationToken.None)).Tokens, usage.InputTokens + usage.OutputTokens);
    }

    [Fact]
    public async Task Azure_is_asked_at_the_deployments_path()
    {
        await using var sim = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        using var desk = new ModelDesk(ModelDesk.OptionsOf(LlmOptions.AzureOpenAI, sim));

        await desk.WriteAsync();

        Assert.Equal($"/openai/deployments/{LlmSimulator.Model}/chat/completions", sim.Journal.Single().Path);
    }
}
