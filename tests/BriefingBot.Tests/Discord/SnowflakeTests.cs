using BriefingBot.Discord;

namespace BriefingBot.Tests.Discord;

public sealed class SnowflakeTests
{
    /// <summary>The example of https://discord.com/developers/docs/reference#snowflakes.</summary>
    [Fact]
    public void An_id_tells_when_it_was_made() =>
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), Snowflake.Parse("175928847299117063").CreatedAt);

    [Theory]
    [InlineData("0")]
    [InlineData("18446744073709551615")]
    public void What_is_parsed_is_written_again(string text) => Assert.Equal(text, Snowflake.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("18446744073709551616")]
    public void Anything_else_is_no_id(string? text) => Assert.False(Snowflake.TryParse(text, out _));
}
