namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class ChatTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task A_follow_up_is_understood_from_the_question_before_it()
    {
        _newsroom.Write("seeds/visits.md", """
            ---
            title: Queen Astrid travels the coast
            source: Coast Courier
            published: 2021-04-12
            ---

            Queen Astrid opened a new school in Tornby on Monday. In Karlsund, Queen Astrid opened a museum of the sea a day later.
            """);

        var run = await _newsroom.RunWithInputAsync("What did Queen Astrid open in Tornby?\n\nand in Karlsund?\nexit\nnot asked any more\n", "chat");

        Assert.Equal(0, run.ExitCode);
        var replies = run.Output.Split("(understood as: What did Queen Astrid open in Karlsund?)");
        Assert.Equal(2, replies.Length);
        Assert.Contains("school in Tornby", replies[0], StringComparison.Ordinal);
        Assert.Contains("museum of the sea", replies[1], StringComparison.Ordinal);
        Assert.DoesNotContain("> ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_conversation()
    {
        var run = await _newsroom.RunWithInputAsync("hello", "chat");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("I answer questions about the indexed briefings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_can_be_looked_at_as_Slack_shows_them()
    {
        var run = await _newsroom.RunWithInputAsync("What did the repairs to the storm wall of Port Velmar cost?", "chat", "--as", "slack");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("14 million crowns", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 · Port Velmar reopens its northern harbour (Coast Courier, 1 Mar 2021)", run.Output, StringComparison.Ordinal);
        Assert.Contains(" Show quotes ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" Not helpful ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_can_be_looked_at_as_Discord_shows_them()
    {
        var run = await _newsroom.RunWithInputAsync("What did the repairs to the storm wall of Port Velmar cost?", "chat", "--as", "discord");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("14 million crowns", run.Output, StringComparison.Ordinal);
        Assert.Contains("▌ Coast Courier · 1 Mar 2021", run.Output, StringComparison.Ordinal);
        Assert.Contains(" Show quotes ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\\[", run.Output, StringComparison.Ordinal);
    }
}
