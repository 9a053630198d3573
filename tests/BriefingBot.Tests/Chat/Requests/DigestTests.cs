using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Digests;
using BriefingBot.Tests.Chat.Subscriptions;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Requests;

public sealed class DigestTests : IDisposable
{
    private readonly ChatDesk _desk = DigestDesk.Make();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_digest_now_tells_the_last_day_with_a_button_for_each_story()
    {
        var digest = await _desk.SayAsync(new DigestNowRequest());

        var part = digest.Part<DigestPart>();
        Assert.Contains(Strand.Vote.Title, part.Stories.Select(s => s.Headline));
        Assert.Equal(Enumerable.Range(1, part.Stories.Count), part.Stories.Select(s => s.Number));
        Assert.All(part.Stories.SelectMany(s => s.Sentences.Select(x => (Story: s, Sentence: x))), t => Assert.All(t.Sentence.Citations, c => Assert.Contains(t.Story.Links, l => l.Number == c)));
        Assert.Equal(part.Stories.Select(s => $"Ask about story {s.Number}"), digest.Buttons.Select(b => b.Label));
        Assert.False(digest.Private);
    }

    [Fact]
    public async Task A_topic_and_a_length_narrow_it()
    {
        var part = (await _desk.SayAsync(new DigestNowRequest("library hours", DigestLength.Full))).Part<DigestPart>();

        Assert.Equal(Strand.Vote.Title, Assert.Single(part.Stories).Headline);
        Assert.StartsWith("Digest on library hours", part.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_below_an_opened_story_is_asked_of_its_articles_also_after_a_restart()
    {
        var digest = await _desk.SayAsync(new DigestNowRequest(Length: DigestLength.Full));
        var opened = await OpenAsync(digest, Strand.Vote.Title);
        _desk.Restart();

        var asked = _desk.Message(new AskRequest("What does the change cost?"), "bob", ChatDesk.Channel with { Thread = MessageOf(opened) });
        var answer = await _desk.SayAsync(asked);

        Assert.Contains("90,000 crowns", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_thread_under_the_digest_the_story_opened_last_counts()
    {
        var digest = await _desk.SayAsync(new DigestNowRequest(Length: DigestLength.Full));
        var thread = ChatDesk.Channel with { Thread = MessageOf(digest) };
        await OpenAsync(digest, Strand.Vote.Title, thread);
        await OpenAsync(digest, digest.Headlines().First(h => h.Contains("bridge", StringComparison.OrdinalIgnoreCase)), thread);

        var turns = await _desk.Answers.TurnsAsync(_desk.Message(new AskRequest("x"), place: thread).Conversation, 8, default);
        var context = await new BriefingBot.Chat.Conversations.ConversationMemory(_desk.Answers).ContextAsync(_desk.Message(new AskRequest("What closed?"), place: thread), default);

        Assert.Equal(2, turns.Count);
        Assert.Equal(turns[1].StoryArticles.Order(), context.Prefer.Select(a => a.Value).Distinct().Order());
    }

    [Fact]
    public async Task A_digest_is_no_question_that_others_lean_on_and_no_gap()
    {
        await _desk.SayAsync(new DigestNowRequest("nothing of the sort"));

        Assert.Empty(await _desk.Answers.GapsAsync(default));
        Assert.Empty(await _desk.Answers.RecentAsync("fake", "ann", 5, default));
        Assert.Empty(await _desk.Answers.TurnsAsync(_desk.Message(new AskRequest("x")).Conversation, 5, default));
    }

    [Fact]
    public async Task A_story_opens_only_where_its_articles_may_be_seen()
    {
        var digest = await _desk.SayAsync(new DigestNowRequest());
        await _desk.SetAsync(new SettingsRequest(Sources: ["Coast Ledger"]));

        var opened = await OpenAsync(digest, Strand.Vote.Title);

        Assert.Contains("no longer to be seen", opened.Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_of_a_private_preview_opens_in_private()
    {
        await _desk.SubscribeAsync();
        var preview = await _desk.SayAsync(new SubscriptionsRequest(SubscriptionAction.Preview));

        Assert.True((await OpenAsync(preview, preview.Headlines()[0])).Private);
        Assert.Contains("does not work here", (await _desk.SayAsync(new ButtonPress(preview.Buttons[0].Id), "bob")).Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    private Task<ChatReply> OpenAsync(ChatReply digest, string headline, ChatPlace? place = null) =>
        _desk.SayAsync(new ButtonPress(digest.Buttons[Array.IndexOf(digest.Headlines(), headline)].Id, digest.Private), place: place);

    private string MessageOf(ChatReply reply) => $"message-{_desk.Platform.Seen.Single(s => ReferenceEquals(s.Value.Reply, reply)).Key}";
}
