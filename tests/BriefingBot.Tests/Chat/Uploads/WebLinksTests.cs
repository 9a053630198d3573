using BriefingBot.Chat.Uploads;

namespace BriefingBot.Tests.Chat.Uploads;

public sealed class WebLinksTests
{
    [Theory]
    [InlineData("no link, and ftp://example.org neither", "")]
    [InlineData("see https://example.org/a.", "https://example.org/a")]
    [InlineData("(https://example.org/a), “https://example.org/b”!", "https://example.org/a https://example.org/b")]
    [InlineData("<https://example.org/a> [a](https://example.org/b_(c)) **HTTP://example.org**", "https://example.org/a https://example.org/b_(c) HTTP://example.org")]
    [InlineData("https://example.org/a https://example.org/a", "https://example.org/a")]
    [InlineData("https://... http:// https://", "")]
    public void Links_are_found_without_the_marks_around_them(string text, string links) => Assert.Equal(links, string.Join(' ', WebLinks.In(text)));
}
