using BriefingBot.Chat.Replies;
using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.Slack.Rendering;
using CsCheck;

namespace BriefingBot.Tests.Slack.Rendering;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<!here> & <@U1>", "&lt;!here&gt; &amp; &lt;@\u200BU1&gt;")]
    [InlineData(":smile:", ":\u200Bsmile:")]
    [InlineData("https://evil.org", "https:\u200B//evil.\u200Borg")]
    [InlineData("a@evil.org", "a@\u200Bevil.\u200Borg")]
    [InlineData("*a* _b_ ~c~ `d`", "∗a∗ ＿b＿ ∼c∼ ˋdˋ")]
    [InlineData("> quote", "\u200B&gt; quote")]
    [InlineData("cost 1.5 at 10: twice", "cost 1.5 at 10: twice")]
    [InlineData("safe\u202Etxt.exe", "safetxt.\u200Bexe")]
    [InlineData(" two\r\nlines\t", "two lines")]
    public void Foreign_text_is_shown_and_does_nothing(string text, string escaped) => Assert.Equal(escaped, SlackText.Escape(text));

    [Fact]
    public void Whatever_is_put_together_nothing_is_active() => Nasty.Texts.Sample(text => Nasty.AssertHarmless(SlackText.Escape(text)));

    [Fact]
    public void Streamed_text_has_no_marks_of_Markdown_either() => Nasty.Texts.Sample(text =>
    {
        var streamed = SlackText.EscapeMarkdown(text);
        Nasty.AssertHarmless(streamed);
        Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[\[\]#|!]", streamed);
    });

    [Fact]
    public void What_was_written_is_what_is_read() => Nasty.Texts.Sample(text =>
    {
        var seen = WebUtility.HtmlDecode(Regex.Replace(SlackText.Escape(text), "\u200B", "")).Replace('∗', '*').Replace('＿', '_').Replace('∼', '~').Replace('ˋ', '`');
        Assert.Equal(ForeignText.Plain(text), seen);
    });

    [Theory]
    [InlineData("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E")]
    [InlineData("https://example.org/a|b", "https://example.org/a%7Cb")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org/", null)]
    [InlineData("https://bank.com@evil.org/", null)]
    [InlineData("slack://channel", null)]
    [InlineData("/relative", null)]
    [InlineData("", null)]
    public void Only_plain_web_addresses_are_links(string url, string? link) => Assert.Equal(link, SafeUrl.Of(url));
}
