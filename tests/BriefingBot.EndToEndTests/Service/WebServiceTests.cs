using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Llm;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The service's web server: what platforms send to it, and how it says that it is well.</summary>
public sealed class WebServiceTests : IDisposable
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";

    private static readonly HttpClient Http = new();

    private readonly Newsroom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_and_buttons_work_over_signed_requests_without_the_gateway()
    {
        await using var sim = await DiscordSimulator.StartAsync();
        var (channel, user) = (sim.AddChannel(sim.AddGuild("press"), "news"), sim.AddUser("reader"));
        await using var service = RunningService.Start(
            _room, [("Discord:Token", sim.Token), ("Discord:BaseUrl", sim.ApiUrl), ("Discord:PublicKey", sim.Endpoint.PublicKey), ("Discord:Gateway", "false"), ("Web:Listen", "http://127.0.0.1:0")]);
        var address = await service.AddressAsync();
        await sim.Endpoint.SetAsync(new Uri($"{address}/discord/interactions"));
        await DiscordSimulator.Until(() => sim.Commands.Any(), "the commands");

        sim.UserRunsCommand(channel, user, "ask", ("question", Question));
        await DiscordSimulator.Until(() => sim.Answers(channel, user).Any(m => m.Content.Contains("14 million crowns", StringComparison.Ordinal)), "the answer");
        var answer = sim.Answers(channel, user).Single();
        sim.UserClicks(answer, user, answer.AllComponents.Single(c => c["label"]?.GetValue<string>() == "Show quotes")["custom_id"]!.GetValue<string>());
        await DiscordSimulator.Until(() => sim.Answers(channel, user).Count == 2, "the quotes");

        Assert.Equal(0, sim.SessionsOnline);
        Assert.Empty(sim.Unanswered);
        using var health = await Http.GetAsync(new Uri($"{address}/health"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("""{"Discord":"on","Slack":"off","LanguageModel":{"state":"off"}}""", await health.Content.ReadAsStringAsync(Cancellation));
        using var forged = await Http.PostAsync(new Uri($"{address}/discord/interactions"), new StringContent("{\"type\":1}"), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Fact]
    public async Task The_language_models_state_and_budget_are_shown_without_its_key_or_address()
    {
        await using var model = await LlmSimulator.StartAsync(ModelBehaviour.Good);
        await using var service = RunningService.Start(_room, [.. model.Settings("openai-compatible"), ("Llm:TokensPerDay", "9000"), ("Web:Listen", "http://127.0.0.1:0")]);

        var health = await Http.GetStringAsync(new Uri($"{await service.AddressAsync()}/health"), Cancellation);

        Assert.Equal("""{"Discord":"off","Slack":"off","LanguageModel":{"state":"on","tokensToday":0,"tokensPerDay":9000}}""", health);
    }

    [Fact]
    public async Task An_address_in_use_is_told_at_once_with_its_key()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await ProgramRun.OfAsync(_room.FullPath, [], environment: [("BRIEFINGBOT_Web__Listen", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Web:Listen", run.Error, StringComparison.Ordinal);
        Assert.Contains("address already in use", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_the_service_runs_says_what_is_off_and_ends_well_when_asked_to()
    {
        using var service = ProgramRun.Start(_room.FullPath, [], []);
        var output = service.StandardOutput;

        Assert.Contains("Index: on", await output.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Discord:Token turns it on", await output.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        var rest = new List<string?>();
        do rest.Add(await output.ReadLineAsync(Cancellation));
        while (rest[^1]?.StartsWith("Web: off; Web:Listen turns it on", StringComparison.Ordinal) == false);
        using (Process.Start("kill", ["-TERM", $"{service.Id}"])) await service.WaitForExitAsync(Cancellation);

        Assert.Equal(0, service.ExitCode);
    }

    [Fact]
    public async Task When_the_only_platform_cannot_go_on_the_service_ends_and_says_what_to_change()
    {
        await using var sim = await DiscordSimulator.StartAsync();

        var run = await ProgramRun.OfAsync(_room.FullPath, ["run"], environment: [("BRIEFINGBOT_Discord__Token", "MTIz.wrong.token"), ("BRIEFINGBOT_Discord__BaseUrl", sim.ApiUrl)]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Discord: stopped.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Discord:Token", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("MTIz.wrong.token", run.Output + run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();
}
