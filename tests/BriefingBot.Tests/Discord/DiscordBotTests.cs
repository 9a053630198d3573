using BriefingBot.Discord;
using BriefingBot.Tests.Discord.Receiving;

namespace BriefingBot.Tests.Discord;

public sealed class DiscordBotTests : IDisposable
{
    private readonly DiscordDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Without_its_commands_the_bot_still_listens()
    {
        _desk.Api.Then(403, """{"code":50001,"message":"Missing Access"}""").Then(200, """{"id":"99"}""");

        await _desk.HappenAsync(("MESSAGE_CREATE", """{"id":"50","channel_id":"40","content":"who won?","author":{"id":"11","username":"ann"}}"""));

        Assert.NotNull(await _desk.TakeAsync());
    }

    [Fact]
    public async Task A_refused_token_ends_it_with_what_to_change()
    {
        _desk.Api.Then(401, """{"code":0,"message":"401: Unauthorized"}""");

        var refusal = await Assert.ThrowsAsync<DiscordException>(() => _desk.HappenAsync());

        Assert.Contains("Discord:Token", refusal.Message, StringComparison.Ordinal);
    }
}
