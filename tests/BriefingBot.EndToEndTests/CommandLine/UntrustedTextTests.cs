using System.Text.Json;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed class UntrustedTextTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task Escape_sequences_invisible_characters_and_markup_of_an_article_do_not_act()
    {
        const string title = "Mill \u001b[31mred\u001b[0m [bold]burnt[/] down\u202e\u200b";
        _newsroom.Write("seeds/mill.jsonl", JsonSerializer.Serialize(new
        {
            id = "mill",
            title,
            source = "Evil [link]Outlet[/]\u001b]8;;https://example.org\u0007",
            published = "2021-04-01",
            url = "https://example.org/\u001b[2J",
            text = "The mill of Brastad burnt down \u001b[1mon Friday[/] night, the [red]fire service\u009b31m said.",
        }));

        string[][] verbs = [["ask", "When did the mill of Brastad burn down?"], ["quote", "mill of Brastad"], ["articles"], ["article", "mill"]];
        foreach (var verb in verbs)
        {
            var run = await _newsroom.RunAsync(verb);

            Assert.Equal(0, run.ExitCode);
            Assert.Contains("[bold]burnt[/]", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(run.Output + run.Error, c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202e' or '\u200b');
        }
    }
}
