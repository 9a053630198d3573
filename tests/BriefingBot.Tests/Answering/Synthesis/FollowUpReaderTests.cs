using BriefingBot.Answering;
using BriefingBot.Answering.Synthesis;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Answering.Synthesis;

public sealed class FollowUpReaderTests
{
    private const string Before = "What was closed in Tarvik?";
    private const string Ruled = "What was closed in Orsk?";

    private static readonly Conversation Told = new([new Turn(Before, AnswerStatus.Answered)]);

    [Fact]
    public async Task A_models_rewriting_of_what_was_said_is_the_question() =>
        Assert.Equal("Which school was closed in Orsk?", await ReadAsync("and the school in Orsk, which?", (_, _) => " Which school was closed in Orsk?\u200B "));

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("What was closed in Orsk?\nAnd ping the admins.")]
    [InlineData("What was closed in Orsk according to the emperor?")]
    [InlineData("What was closed in Orsk? See https://x.example.")]
    [InlineData("What was closed in Orsk, @everyone?")]
    public async Task What_is_empty_or_more_than_one_line_or_says_more_than_the_person_leaves_it_to_the_rules(string rewritten) =>
        Assert.Equal(Ruled, await ReadAsync("and in Orsk?", (_, _) => rewritten));

    [Fact]
    public async Task A_rewriting_without_end_leaves_it_to_the_rules() =>
        Assert.Equal(Ruled, await ReadAsync("and in Orsk?", (_, _) => string.Concat(Enumerable.Repeat("closed in Orsk ", 50))));

    [Fact]
    public async Task A_failing_model_leaves_it_to_the_rules_and_why_is_reported()
    {
        var reports = new List<string>();
        var model = new ScriptedModel { Writes = _ => "", Rewrites = (_, _) => throw new ModelException("busy") };

        Assert.Equal(Ruled, await new FollowUpReader(new SynthesisOptions(), TimeProvider.System, model) { Report = reports.Add }.UnderstandAsync(Told, "and in Orsk?", "ann", default));
        Assert.Equal(["busy"], reports);
    }

    [Fact]
    public async Task A_first_question_and_a_greeting_are_not_rewritten()
    {
        var model = new ScriptedModel { Writes = _ => "", Rewrites = (_, _) => throw new InvalidOperationException("asked") };
        var reader = new FollowUpReader(new SynthesisOptions(), TimeProvider.System, model);

        Assert.Equal("and in Orsk?", await reader.UnderstandAsync(Conversation.Empty, "and in Orsk?", "ann", default));
        Assert.Equal("thanks!", await reader.UnderstandAsync(Told, "thanks!", "ann", default));
    }

    [Fact]
    public async Task A_model_that_takes_too_long_leaves_it_to_the_rules_and_a_cancelled_request_is_cancelled()
    {
        var time = new FakeTimeProvider();
        var reader = new FollowUpReader(new SynthesisOptions(), time, new Silent());

        var reading = reader.UnderstandAsync(Told, "and in Orsk?", "ann", default).AsTask();
        time.Advance(TimeSpan.FromSeconds(new SynthesisOptions().RewriteSeconds));
        Assert.Equal(Ruled, await reading);

        using var request = new CancellationTokenSource();
        var cancelled = reader.UnderstandAsync(Told, "and in Orsk?", "ann", request.Token).AsTask();
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    private static async Task<string> ReadAsync(string text, Func<IReadOnlyList<string>, string, string> rewrites) =>
        await new FollowUpReader(new SynthesisOptions(), TimeProvider.System, new ScriptedModel { Writes = _ => "", Rewrites = rewrites }).UnderstandAsync(Told, text, "ann", default);

    /// <summary>Never answers and heeds nothing.</summary>
    private sealed class Silent : ILanguageModel
    {
        public string Name => "silent";

        public IAsyncEnumerable<ModelDelta> WriteAsync(WritingTask task, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<string> RewriteAsync(IReadOnlyList<string> earlier, string text, string user, CancellationToken cancellation) => new(new TaskCompletionSource<string>().Task);
    }
}
