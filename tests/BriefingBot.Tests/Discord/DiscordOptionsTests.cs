using BriefingBot.Discord;

namespace BriefingBot.Tests.Discord;

public sealed class DiscordOptionsTests
{
    [Fact]
    public void Nothing_set_is_right() => Assert.Empty(new DiscordOptions().Problems());

    [Fact]
    public void Everything_set_rightly_is_right() => Assert.Empty(new DiscordOptions
    {
        Token = "abc.def.ghi",
        ApplicationId = "175928847299117063",
        PublicKey = new string('a', 64),
        Guilds = ["1"],
        Shards = 2,
        BaseUrl = "http://127.0.0.1:8080/api",
    }.Problems());

    [Fact]
    public void Each_problem_names_its_key_and_none_gives_the_token_away()
    {
        var wrong = new DiscordOptions { Token = "Bot secret", ApplicationId = "x", PublicKey = "12", Guilds = ["1", "my server"], Shards = -1, BaseUrl = "discord" };

        var problems = wrong.Problems().ToList();

        Assert.Equal(
            ["Discord:Token", "Discord:ApplicationId", "Discord:PublicKey", "Discord:Guilds:1", "Discord:Shards", "Discord:BaseUrl"],
            problems.Select(p => p.Split(' ')[0]));
        Assert.DoesNotContain(problems, p => p.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", wrong.ToString(), StringComparison.Ordinal);
    }
}
