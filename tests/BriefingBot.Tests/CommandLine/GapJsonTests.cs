using BriefingBot.Answering;
using BriefingBot.Chat.Feedback;
using BriefingBot.CommandLine.Rendering;

namespace BriefingBot.Tests.CommandLine;

public sealed class GapJsonTests
{
    [Fact]
    public void A_gap_is_told_in_a_line_without_what_is_zero()
    {
        var gap = new Gap("Who won?", 3, 2, AnswerStatus.NothingFound, NewsDesk.Now, 0, 1, 0);

        Assert.Equal("2024-03-20; nothing-found; asked 3×, unanswered 2×; not helpful 1×", GapJson.Of(gap).Summary());
    }
}
