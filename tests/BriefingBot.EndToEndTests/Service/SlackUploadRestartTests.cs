using BriefingBot.EndToEndTests.Simulators.Slack;
using BriefingBot.EndToEndTests.Simulators.Slack.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>Articles that were dropped when the process died.</summary>
public sealed class SlackUploadRestartTests(SlackUploadNewsroom scene) : IClassFixture<SlackUploadNewsroom>
{
    private readonly SlackSimulator _sim = scene.Sim;

    [Fact]
    public async Task A_process_that_is_killed_over_a_file_answers_once_and_the_same()
    {
        var chief = _sim.AddUser("chief", isAdmin: true);
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
        await scene.UntilAsync(() => _sim.Answers(channel).Any(answer => answer.Read().Contains($"The {subject} of Eastholm", StringComparison.Ordinal)), "it was answered");
        await scene.OnlineAsync();

        Assert.Contains("2 million", (await scene.MentionAsync(channel, reader, UploadedArticles.Ask(subject))).Read(), StringComparison.Ordinal);
        var told = Assert.Single(_sim.Answers(channel), answer => answer.Read().Contains("In the collection", StringComparison.Ordinal));
        Assert.Contains($"Indexed: “The {subject} of Eastholm”", told.Read(), StringComparison.Ordinal);
        Assert.Single(UploadedArticles.In(scene, collection));
    }

    private async Task<(SimChannel Channel, SimUser Reader)> PlaceAsync(SimUser chief, string collection)
    {
        var (channel, reader) = scene.Place();
        await scene.CommandAsync(channel, chief, $"settings ingest:\"{collection}\"");
        return (channel, reader);
    }
}
