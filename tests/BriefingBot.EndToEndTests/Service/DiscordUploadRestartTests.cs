using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that were dropped when the process died.</summary>
public sealed class DiscordUploadRestartTests(DiscordUploadNewsroom scene) : IClassFixture<DiscordUploadNewsroom>
{
    private readonly DiscordSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_process_that_is_killed_over_a_file_answers_once_and_the_same()
    {
        var chief = _sim.AddUser("chief", isAdministrator: true);
        var (first, reader) = await PlaceAsync(chief, "first");
        var (second, _) = await PlaceAsync(chief, "second");

        var holds = new TaskCompletionSource();
        _sim.Files.Holds = holds.Task;
        _sim.UserDrops(first, chief, "pavilion.txt", UploadedArticles.Of("pavilion", "2 million"));
        await scene.UntilAsync(() => _sim.Journal.Of(Traffic.File).Count == 1, "the file was asked for");
        await scene.KillAsync();
        holds.SetResult();
        await AnsweredAsync(first, reader, "pavilion", "first");

        _sim.UserDrops(second, chief, "fountain.txt", UploadedArticles.Of("fountain", "2 million"));
        await scene.UntilAsync(() => UploadedArticles.In(scene, "second").Count > 0, "the file was put into its folder");
        await scene.KillAsync();
        await AnsweredAsync(second, reader, "fountain", "second");
    }

    private async Task AnsweredAsync(SimChannel channel, SimUser reader, string subject, string collection)
    {
        scene.Start();
        await scene.UntilAsync(() => _sim.Answers(channel).Any(answer => answer.Content.Contains($"The {subject} of Eastholm", StringComparison.Ordinal)), "it was answered");
        await scene.OnlineAsync();

        Assert.Contains("2 million", (await scene.AnswerAsync(channel, reader, () => _sim.UserSays(channel, reader, UploadedArticles.Ask(subject), mention: true))).Text(), StringComparison.Ordinal);
        var told = Assert.Single(_sim.Answers(channel), answer => answer.Content.Contains("In the collection", StringComparison.Ordinal));
        Assert.Contains($"Indexed: “The {subject} of Eastholm”", told.Content, StringComparison.Ordinal);
        Assert.Single(UploadedArticles.In(scene, collection));
    }

    private async Task<(SimChannel Channel, SimUser Reader)> PlaceAsync(SimUser chief, string collection)
    {
        var (channel, reader) = scene.Place();
        await scene.AnswerAsync(channel, chief, () => _sim.UserRunsCommand(channel, chief, "briefing settings", ("ingest", collection)));
        return (channel, reader);
    }
}
