using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Chat.Requests;

public sealed class ConversationTests : IDisposable
{
    private static readonly AskRequest AboutTarvik = new("What was closed in Tarvik?");

    private readonly ChatDesk _desk = new(articles:
    [
        Harbour.Bridge, Harbour.BridgeElsewhere, Harbour.Herring,
        NewsDesk.Article("orsk", "Orsk closes its school", "2024-03-17", "Coast Courier", "The school in Orsk was closed on Sunday because its roof leaks badly."),
    ]);

    [Fact]
    public async Task A_follow_up_is_understood_from_what_the_same_person_asked_before_even_after_a_restart()
    {
        await _desk.SayAsync(AboutTarvik);
        _desk.Restart();

        var reply = await _desk.SayAsync(new AskRequest("and in Orsk?"));

        Assert.Equal("Understood as: What was closed in Orsk?", reply.Part<NoticePart>().Text);
        Assert.Contains("school", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_ask_in_the_channel_does_not_change_what_a_question_means()
    {
        await _desk.SayAsync(AboutTarvik);

        Assert.DoesNotContain((await _desk.SayAsync(new AskRequest("and in Orsk?"), "bob")).Parts, p => p is NoticePart);
        Assert.DoesNotContain((await _desk.SayAsync(new AskRequest("and in Orsk?"), place: new ChatPlace("fake", "town", "other"))).Parts, p => p is NoticePart);
    }

    [Fact]
    public async Task A_thread_is_one_conversation_but_what_is_asked_privately_in_it_stays_private()
    {
        var thread = ChatDesk.Channel with { Thread = "t1" };
        await _desk.SayAsync(AboutTarvik with { Private = true }, "ann", thread);
        Assert.DoesNotContain((await _desk.SayAsync(new AskRequest("and in Orsk?"), "bob", thread)).Parts, p => p is NoticePart);

        await _desk.SayAsync(AboutTarvik, "ann", thread);
        Assert.Contains((await _desk.SayAsync(new AskRequest("and in Orsk?"), "bob", thread)).Parts, p => p is NoticePart);
    }

    [Fact]
    public async Task A_reply_to_an_answer_continues_that_answer()
    {
        await _desk.SayAsync(AboutTarvik);
        var answer = MessageIdOfLast();
        await _desk.SayAsync(new AskRequest("How far did the herring catch fall?"));

        var reply = await _desk.SayAsync(_desk.Message(new AskRequest("and in Orsk?"), "bob") with { RepliesTo = answer });

        Assert.Equal("Understood as: What was closed in Orsk?", reply.Part<NoticePart>().Text);
    }

    [Fact]
    public async Task A_thread_under_an_answer_keeps_its_articles_first()
    {
        // Both outlets tell of the crack; usually the fuller report comes first.
        var question = new AskRequest("How large was the crack in the Tarvik bridge?");
        var usual = await _desk.SayAsync(question);
        var first = await _desk.SayAsync(question with { Source = "Northern Post" }, "bob");
        Assert.NotEqual(First(usual), First(first));
        var thread = ChatDesk.Channel with { Thread = MessageIdOfLast() };

        Assert.Equal(First(first), First(await _desk.SayAsync(new AskRequest("Which crack was found in the Tarvik bridge?"), "carol", thread)));
        // Its articles come first, but do not stand in the way of others.
        Assert.Contains("roof", (await _desk.SayAsync(new AskRequest("Why was the school in Orsk closed?"), "carol", thread)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_asked_lately_is_known_wherever_they_asked_it()
    {
        foreach (var (question, user, channel) in new[] { ("Why was the school in Orsk closed?", "ann", "news"), ("And the herring catch?", "bob", "news"), ("What did the moon cost?", "ann", "other") })
        {
            await _desk.SayAsync(new AskRequest(question), user, ChatDesk.Channel with { Channel = channel });
            _desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["What did the moon cost?", "Why was the school in Orsk closed?"], (await _desk.Answers.RecentAsync("fake", "ann", 9, default)).Select(a => a.Asked));
        Assert.Single(await _desk.Answers.RecentAsync("fake", "ann", 1, default));
        Assert.Empty(await _desk.Answers.RecentAsync("slack", "ann", 9, default));
    }

    private static string First(ChatReply reply) => reply.Part<SourcesPart>().Cards[0].Source;

    private string MessageIdOfLast() => $"message-{_desk.Platform.Seen.Keys.Last()}";

    public void Dispose() => _desk.Dispose();
}
