using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Answers that a process died over while the model wrote them.</summary>
public sealed class LanguageModelRestartTests(LanguageModelRestartTests.Scene scene) : IClassFixture<LanguageModelRestartTests.Scene>
{
    [Fact]
    public async Task What_was_half_written_is_answered_once_after_the_restart_and_no_draft_is_left_over()
    {
        // It says one sentence and thinks about the next for longer than the process lives.
        scene.Writes = request => LlmReply.Lines(Storm.Lines(request)) with { Before = line => line == 0 ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System) };
        var kinds = ChatWindow.Kinds.Select(row => row.Data).ToList();
        var windows = kinds.ConvertAll(scene.Window);
        foreach (var window in windows) window.Ask(Storm.Question);
        await scene.UntilAsync(() => scene.Llm.Open == windows.Count, "the model wrote for everybody");
        foreach (var (kind, window) in kinds.Zip(windows).Where(w => w.First != ChatWindow.DiscordMention))
        {
            await scene.UntilAsync(() => window.Drafts().Any(text => text.Contains(Storm.Sentences[0], StringComparison.Ordinal)), $"a draft was shown for {kind}", 10);
        }

        await scene.KillAsync();
        scene.Writes = Storm.Write;
        scene.Start();
        await scene.OnlineAsync();
        await scene.UntilAsync(() => windows.All(window => window.Answers().Count > 0), "all were answered");
        foreach (var window in windows) await window.AnswerAsync(scene, "What did the repairs to the storm wall cost?");

        Assert.All(windows, window => Assert.Equal(2, window.Answers().Count));
        Assert.All(windows, window => Assert.All(Storm.Sentences, sentence => Assert.Contains(sentence, window.Answers()[0], StringComparison.Ordinal)));
        Assert.All(windows, window => Assert.Equal(2, window.Shown()));
        Assert.All(scene.Slack.Streams, message => Assert.True(message.Stream!.IsOver));
        Assert.DoesNotContain(scene.Discord.Interactions, interaction => interaction.ResponseType is null);
    }

    public sealed class Scene : ModelNewsroom
    {
        public override ValueTask InitializeAsync()
        {
            Storm.Prepare(Room);
            return base.InitializeAsync();
        }
    }
}
