using BriefingBot.Chat.Replies;
using System.Text.RegularExpressions;
using BriefingBot.Discord.Rendering;
using CsCheck;

namespace BriefingBot.Tests.Discord.Rendering;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("<@123>", "\\<@\u200B123\\>")]
    [InlineData("<:a:1>", "\\<:a:1\\>")]
    [InlineData("[x](http://evil)", "\\[x\\](http:\u200B//evil)")]
    [InlineData("discord.gg/x", "discord\u200B.gg/x")]
    [InlineData("Dis\u200Bcord.gg/x", "Discord\u200B.gg/x")]
    [InlineData("||`>>> # -# *_~", "\\|\\|\\`\\>\\>\\> \\# \\-\\# \\*\\_\\~")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("cost 1.5 \\", "cost 1.5 \\\\")]
    [InlineData("safe\u202Etxt.exe", "safetxt.exe")]
    [InlineData(" two\r\n# lines\t", "two \\# lines")]
    public void Foreign_text_is_shown_and_does_nothing(string text, string escaped) => Assert.Equal(escaped, DiscordText.Escape(text));

    [Fact]
    public void Ordinary_text_stays_as_it_is() =>
        Assert.Equal("“It’s 20% more,” Ólafur said: 3 of 4 (75%). 東京 😀", DiscordText.Escape("“It’s 20% more,” Ólafur said: 3 of 4 (75%). 東京 😀"));

    [Fact]
    public void Whatever_is_put_together_nothing_is_active() => Nasty.Texts.Sample(text => Nasty.AssertHarmless(DiscordText.Escape(text)));

    [Fact]
    public void What_was_written_is_what_is_seen() => Nasty.Texts.Sample(text =>
    {
        // Discord hides a backslash before a mark; the gap has no width.
        var seen = Regex.Replace(DiscordText.Escape(text), @"\\([^0-9A-Za-z\s])", "$1").Replace("\u200B", "", StringComparison.Ordinal);
        Assert.Equal(ForeignText.Plain(text), seen);
    });

    [Theory]
    [InlineData("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org/", null)]
    [InlineData("https://bank.com@evil.org/", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    public void Only_plain_web_addresses_are_shown_as_such(string url, string? shown) => Assert.Equal(shown, SafeUrl.Of(url));
}
