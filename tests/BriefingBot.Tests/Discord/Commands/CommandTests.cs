using System.Text.Json;
using BriefingBot.Discord;
using BriefingBot.Discord.Commands;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly ScriptedApi _api = new();
    private readonly HttpClient _http;
    private readonly DiscordRest _rest;

    public CommandTests()
    {
        _http = new HttpClient(_api);
        _rest = new DiscordRest(_http, new DiscordOptions { Token = "t", BaseUrl = "http://discord.test/api" }, new ObservedTime(), NullLogger<DiscordRest>.Instance);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public void Commands_are_as_Discord_takes_them()
    {
        Assert.All(BriefingCommands.List.Where(c => c.Type == 1), c => Assert.Matches("^[a-z-]{1,32}$", c.Name));
        Assert.All(BriefingCommands.List.Where(c => c.Type == 1), c => Assert.InRange(c.Description!.Length, 1, 100));
        Assert.All(BriefingCommands.List.Where(c => c.Type == 3), c => Assert.True(c.Description is null && c.Name.Length <= 32));
        foreach (var option in BriefingCommands.List.SelectMany(c => c.Options ?? []).SelectMany(o => (o.Options ?? []).Prepend(o)))
        {
            Assert.Matches("^[a-z-]{1,32}$", option.Name);
            Assert.InRange(option.Description.Length, 1, 100);
            Assert.InRange(option.MaxLength ?? 1, 1, 6000);
        }
    }

    [Fact]
    public void Administration_is_for_those_who_manage_channels_and_for_servers()
    {
        var briefing = BriefingCommands.List.Single(c => c.Name == "briefing");

        Assert.Equal("16", briefing.DefaultMemberPermissions);
        Assert.Equal([0], briefing.Contexts!);
        Assert.All(BriefingCommands.List.Where(c => c != briefing), c => Assert.Null(c.DefaultMemberPermissions));
    }

    [Fact]
    public async Task Commands_are_written_where_they_differ_and_only_there()
    {
        var registered = JsonSerializer.Serialize(BriefingCommands.List.Reverse().Select(c => c with { Id = new Snowflake(7), Description = c.Description ?? "" }).ToList(), DiscordJson.Default.IReadOnlyListApplicationCommand);
        _api.Then(200, registered).Then(200, "[]").Then(200, registered);

        Assert.Equal(1, await CommandRegistration.RegisterAsync(_rest, new Snowflake(1), [new Snowflake(5), new Snowflake(6)], default));

        Assert.Equal(
            [("GET", "/api/v10/applications/1/guilds/5/commands"), ("GET", "/api/v10/applications/1/guilds/6/commands"), ("PUT", "/api/v10/applications/1/guilds/6/commands")],
            _api.Requests.Select(r => (r.Method, r.Path)));
    }

    [Fact]
    public async Task Without_servers_the_commands_are_for_everywhere()
    {
        _api.Then(200, "[]").Then(200, "[]");

        Assert.Equal(1, await CommandRegistration.RegisterAsync(_rest, new Snowflake(1), [], default));

        Assert.All(_api.Requests, r => Assert.Equal("/api/v10/applications/1/commands", r.Path));
    }
}
