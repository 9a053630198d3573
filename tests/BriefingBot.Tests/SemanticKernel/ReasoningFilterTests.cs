using BriefingBot.SemanticKernel;

namespace BriefingBot.Tests.SemanticKernel;

public sealed class ReasoningFilterTests
{
    [Theory]
    [InlineData("<think>The wall, k1 says. [k1]</think>It cost 14 million. [k1]", "\nIt cost 14 million. [k1]")]
    [InlineData("<thinking>\nFirst.\n</thinking>\n\nIt cost 14 million. [k1]", "\n\n\nIt cost 14 million. [k1]")]
    [InlineData("<reasoning>a</reasoning><THINK>b</Think>c", "\n\nc")]
    [InlineData("One. [k1] <thought>Is that so?</thought>Two. [k2]", "One. [k1] \nTwo. [k2]")]
    [InlineData("<think>It mentions </thinking> and <reasoning> inside.</think>c", "\nc")]
    [InlineData("<think>It never ends. It cost 900 million. [k1]\nAnd more. [k2]", "")]
    [InlineData("<think>It cost </thin", "")]
    [InlineData("It cost 14 million. [k1]\n<think>Did it?", "It cost 14 million. [k1]\n")]
    [InlineData("From a prompt that opened it.</think>It cost 14 million. [k1]", "From a prompt that opened it.\nIt cost 14 million. [k1]")]
    public void What_stands_between_tags_of_reasoning_is_left_out_however_the_reply_is_cut_into_pieces(string reply, string answer)
    {
        foreach (var size in Enumerable.Range(1, reply.Length)) Assert.Equal(answer, Filter(reply, size));
    }

    [Theory]
    [InlineData("2 < 3 and 4 > 3")]
    [InlineData("a <b>bold</b> word, <thinker> and < think >")]
    [InlineData("it ends in <thi")]
    [InlineData("it ends in a line <think\n")]
    [InlineData("<<<//")]
    public void What_only_looks_like_a_tag_stays(string reply)
    {
        foreach (var size in Enumerable.Range(1, reply.Length)) Assert.Equal(reply, Filter(reply, size));
    }

    [Fact]
    public void Nothing_is_held_back_but_what_may_become_a_tag()
    {
        var filter = new ReasoningFilter();

        Assert.Equal(["It cost ", "", "<b 14 million", ".", "", ""], new[] { "It cost ", "<", "b 14 million", ".<th", "ink>", "Hm." }.Select(filter.Take));
    }

    private static string Filter(string reply, int size)
    {
        var filter = new ReasoningFilter();
        return string.Concat(reply.Chunk(size).Select(piece => filter.Take(new string(piece)))) + filter.Rest();
    }
}
