using System.Diagnostics;
using BriefingBot.EndToEndTests.CommandLine;
using BriefingBot.EndToEndTests.Simulators.Discord;
using BriefingBot.EndToEndTests.Simulators.Discord.People;

namespace BriefingBot.EndToEndTests.Service;

/// <summary>The real program as a service, against the simulated Discord.</summary>
public sealed class DiscordServiceTests : IDisposable
{
    private const string Question = "What did the repairs to the storm wall of Port Velmar cost?";
    private const string Expected = "14 million crowns";

    private readonly Newsroom _room = new();

    [Fact]
    public async Task A_mention_is_answered_in_the_channel_without_pinging_anyone()
    {
        await using var sim = await DiscordSimulator.StartAsync();
        var (channel, user) = (sim.AddChannel(sim.AddGuild("press"), "news"), sim.AddUser("reader"));
        using var service = Start(sim);
        try
        {
            await DiscordSimulator.Until(() => sim.SessionsOnline > 0, "the bot to come online");

            sim.UserSays(channel, user, Question, mention: true);

            await DiscordSimulator.Until(() => Answered(sim, channel, user) == 1, "the answer");
            Assert.Empty(sim.PingingMessages);
        }
        finally
        {
            await StopAsync(service);
        }
    }

    [Fact]
    public async Task A_slash_command_is_deferred_in_time_and_answered()
    {
        await using var sim = await DiscordSimulator.StartAsync();
        var (channel, user) = (sim.AddChannel(sim.AddGuild("press"), "news"), sim.AddUser("reader"));
        using var service = Start(sim);
        try
        {
            await DiscordSimulator.Until(() => sim.SessionsOnline > 0 && sim.Commands.Any(), "the commands");

            sim.UserRunsCommand(channel, user, "ask", ("question", Question));

            await DiscordSimulator.Until(() => Answered(sim, channel, user) == 1, "the answer");
            Assert.Empty(sim.Unanswered);
        }
        finally
        {
            await StopAsync(service);
        }
    }

    [Fact]
    public async Task What_was_asked_while_the_process_was_killed_is_answered_once_after_the_restart()
    {
        await using var sim = await DiscordSimulator.StartAsync();
        var (channel, user) = (sim.AddChannel(sim.AddGuild("press"), "news"), sim.AddUser("reader"));
        using (var first = Start(sim))
        {
            await DiscordSimulator.Until(() => sim.SessionsOnline > 0, "the bot to come online");
            sim.UserSays(channel, user, Question, mention: true);
            await DiscordSimulator.Until(() => Answered(sim, channel, user) == 1, "the first answer");
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await DiscordSimulator.Until(() => sim.SessionsOnline == 0, "the bot to be gone");
        sim.UserSays(channel, user, Question, mention: true);
        using var second = Start(sim);
        try
        {
            await DiscordSimulator.Until(() => Answered(sim, channel, user) == 2, "the second answer");
            sim.UserSays(channel, user, Question, mention: true);
            await DiscordSimulator.Until(() => Answered(sim, channel, user) >= 3, "the third answer");
            Assert.Equal(3, Answered(sim, channel, user));
        }
        finally
        {
            await StopAsync(second);
        }
    }

    [Fact]
    public async Task Without_a_token_the_service_says_which_key_turns_Discord_on()
    {
        using var service = ProgramRun.Start(_room.FullPath, ["run"], []);
        try
        {
            Assert.Contains("Index: on", await service.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("Discord:Token turns it on", await service.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            await StopAsync(service);
        }
    }

    public void Dispose() => _room.Dispose();

    private static int Answered(DiscordSimulator sim, SimChannel channel, SimUser user) =>
        sim.Answers(channel, user).Count(m => m.Content.Contains(Expected, StringComparison.Ordinal));

    private Process Start(DiscordSimulator sim)
    {
        var process = ProgramRun.Start(_room.FullPath, ["run"], [("BRIEFINGBOT_Discord__Token", sim.Token), ("BRIEFINGBOT_Discord__BaseUrl", sim.ApiUrl)]);
        // What nobody reads would fill the pipe and stop the program.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return process;
    }

    private static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
