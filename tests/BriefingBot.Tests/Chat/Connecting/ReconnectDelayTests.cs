using BriefingBot.Chat.Connecting;

namespace BriefingBot.Tests.Chat.Connecting;

public sealed class ReconnectDelayTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(3, 2, 4)]
    [InlineData(7, 30, 60)]
    [InlineData(5000, 30, 60)]
    public void Waits_double_up_to_a_minute_and_half_of_them_is_chance(int failures, double from, double to) =>
        Assert.InRange(new ReconnectDelay(Random.Shared).After(failures).TotalSeconds, from, to);
}
