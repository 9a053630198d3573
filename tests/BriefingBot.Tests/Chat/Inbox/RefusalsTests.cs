using BriefingBot.Chat.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Chat.Inbox;

public sealed class RefusalsTests
{
    [Fact]
    public void After_a_minute_a_person_may_be_told_again()
    {
        var time = new FakeTimeProvider();
        var refusals = new Refusals(time);

        Assert.True(refusals.Take("one"));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(refusals.Take("one"));
        Assert.True(refusals.Take("other"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(refusals.Take("one"));
    }
}
