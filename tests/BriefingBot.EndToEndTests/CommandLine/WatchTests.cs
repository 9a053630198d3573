using System.Runtime.InteropServices;

namespace BriefingBot.EndToEndTests.CommandLine;

public sealed partial class WatchTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly Newsroom _newsroom = new();

    [Fact]
    public async Task A_watched_folder_is_kept_up_with_until_the_user_interrupts()
    {
        _newsroom.Write("news/a.md", "---\ntitle: One\n---\n\nThe ferry to Luneth sank on Monday.\n");
        using var process = ProgramRun.Start(_newsroom.FullPath, ["index", "news", "--watch"], []);
        try
        {
            await LineWith(process.StandardError, "Watching for changes");
            _newsroom.Write("news/b.md", "---\ntitle: Two\n---\n\nThe bridge of Tarvik was closed on Tuesday.\n");
            await LineWith(process.StandardOutput, "Took up 1 new");

            var asked = await ProgramRun.OfAsync(_newsroom.FullPath, ["ask", "What happened to the bridge of Tarvik?"]);
            Assert.Contains("The bridge of Tarvik was closed on Tuesday.", asked.Output, StringComparison.Ordinal);

            Assert.Equal(0, Kill(process.Id, Interrupt));
            await Waiting.Until(() => process.HasExited, "the interrupted program ended (which a shell may have told its programs to ignore)", seconds: 60);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task What_changes_while_the_first_run_is_still_reading_is_taken_up_soon_after_it()
    {
        _newsroom.Write("news/many.jsonl", ManyArticles.Lines(3000));
        using var process = ProgramRun.Start(_newsroom.FullPath, ["index", "news", "--watch"], []);
        try
        {
            await ManyArticles.WaitForFirstCommitAsync(_newsroom.Data, process);
            _newsroom.Write("news/late.md", "---\ntitle: Late\n---\n\nThe bridge of Tarvik was closed on Tuesday.\n");

            await LineWith(process.StandardOutput, "Took up 1 new");
        }
        finally
        {
            process.Kill();
        }
    }

    public void Dispose() => _newsroom.Dispose();

    private static async Task LineWith(StreamReader stream, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"The program ended without saying '{text}'.");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
