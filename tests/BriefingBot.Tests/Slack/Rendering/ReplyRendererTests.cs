using BriefingBot.Chat.Replies;
using BriefingBot.Digests;
using BriefingBot.Slack.Rendering;
using CsCheck;

namespace BriefingBot.Tests.Slack.Rendering;

public sealed class ReplyRendererTests
{
    private static readonly Gen<SourceCard> Cards = Gen.Select(Gen.Int[0, 9], Nasty.LongTexts, Nasty.Texts, Nasty.Texts, Nasty.LongTexts)
        .Select((number, title, source, url, quote) => new SourceCard(number, title, source, "1 Oct 2020", $"https://example.org/{url}", quote));

    private static Gen<string> Within(int most) => Nasty.LongTexts.Select(t => TextSplitter.Fit(t, most));

    /// <summary>Anything within the bounds of a digest.</summary>
    private static readonly Gen<StoryCard> Stories = Gen.Select(
        Within(DigestLimits.Headline), Within(DigestLimits.News), Within(DigestLimits.Sentence).Array[1, 2], Within(DigestLimits.Outlet), Within(DigestLimits.Address - 30),
        (headline, news, sentences, outlet, address) => new StoryCard(
            1, headline, news, [.. sentences.Select((s, i) => new StorySentence(s, [i + 1]))], "2 independent sources",
            [.. Enumerable.Range(0, 3).Select(i => new StoryLink(i, outlet, $"https://example.org/{address}"))]));

    private static readonly Gen<DigestPart> Digests = Gen.Select(Within(200), Stories.Array[0, 10], Within(DigestLimits.Account))
        .Select((heading, stories, account) => new DigestPart(heading, stories, account));

    private static readonly Gen<ReplyPart> Parts = Gen.OneOf<ReplyPart>(
        Nasty.LongTexts.Select(t => (ReplyPart)new NoticePart(t)),
        Nasty.LongTexts.Array[0, 6].Select(ts => (ReplyPart)new SentencesPart([.. ts.Select(t => new CitedSentence(t, [1, 2], 1))])),
        Cards.Array[0, 60].Select(cards => (ReplyPart)new SourcesPart(cards)),
        Nasty.LongTexts.Select(t => (ReplyPart)new ScopePart(t)),
        Gen.Select(Nasty.Texts, Cards.Array[0, 5]).Select((t, cards) => (ReplyPart)new AbstentionPart(t, [t], cards, cards)),
        Gen.Select(Nasty.LongTexts, Cards).Select((t, card) => (ReplyPart)new QuotesPart(t, [new QuoteCard(t, t, card)])),
        Nasty.Texts.Select(t => (ReplyPart)new LibraryPart(3, 1, t, t, [new NamedCount(t, 2)], [])),
        Nasty.Texts.Select(t => (ReplyPart)new HelpPart(t, [new HelpLine(t, t)])),
        Digests.Select(d => (ReplyPart)d),
        Gen.Select(Nasty.LongTexts, Cards).Array[0, 6].Select(cards => (ReplyPart)new CorrectionPart("Correction", [.. cards.Select(c => new CorrectionCard(c.Item1, c.Item2, c.Item1, c.Item1, c.Item1))], 3, "Ask again")),
        Nasty.Texts.Select(t => (ReplyPart)new ListPart(t, [new ListLine(t, t)])),
        Nasty.Texts.Select(t => (ReplyPart)new SettingsPart([new SettingLine(t, t, t)])),
        Nasty.Texts.Select(t => (ReplyPart)new ProgressPart(t)),
        Nasty.LongTexts.Select(t => (ReplyPart)new ErrorPart(t)));

    private static readonly Gen<ChatReply> Replies = Gen.Select(Parts.Array[0, 4], Gen.Bool, Gen.Enum<ButtonAction>().Array[0, 12])
        .Select((parts, isPrivate, buttons) => new ChatReply(isPrivate, parts, [.. buttons.Select((action, i) => new ReplyButton($"{i:x32}", action, "Helpful"))]));

    [Fact]
    public void Every_message_is_within_every_limit() => Replies.Sample(reply =>
    {
        var messages = ReplyRenderer.Render(reply);

        Assert.InRange(messages.Count, 1, 5);
        Assert.All(messages, AssertWithinLimits);
        Assert.All(messages.SkipLast(1), message => Assert.Empty(message.Blocks.Values()));
        Assert.Equal(reply.Buttons.Select(b => b.Id).Order(), messages[^1].Blocks.Values().Order());
    }, iter: 300);

    [Fact]
    public void Foreign_text_stands_only_where_Slack_reads_no_markup() => Replies.Sample(reply => Assert.All(ReplyRenderer.Render(reply), message =>
    {
        var known = new[] { "rich_text", "rich_text_section", "rich_text_quote", "rich_text_list", "text", "link", "plain_text", "context", "divider", "actions", "button", "context_actions", "feedback_buttons", "" };
        Assert.All(message.Blocks.Objects(), o => Assert.Contains(o.Type(), known));
        Assert.All(message.Blocks.Objects("plain_text"), o => Assert.False(o["emoji"]!.GetValue<bool>()));
        Assert.All(message.Blocks.Objects("link"), o => Assert.StartsWith("https://example.org/", o.Text("url"), StringComparison.Ordinal));
        Assert.All(message.Text.Split('\n'), Nasty.AssertHarmless);
    }), iter: 300);

    [Fact]
    public void The_same_reply_is_always_the_same_messages() => Replies.Sample(reply =>
        Assert.Equal(ReplyRenderer.Render(reply).Select(m => m.Text + m.Blocks.ToJsonString()), ReplyRenderer.Render(reply).Select(m => m.Text + m.Blocks.ToJsonString())), iter: 50);

    [Fact]
    public void An_answer_shows_sentences_with_links_to_their_sources_cards_and_scope()
    {
        var message = Assert.Single(ReplyRenderer.Render(new ChatReply(false,
        [
            new SentencesPart([new CitedSentence("The *harbour* opened.", [1], 2)]),
            new SourcesPart([new SourceCard(1, "Harbour <opens>", "Town News", "1 Oct 2020", "https://example.org/harbour", "The *harbour* opened.")]),
            new ScopePart("Searched 10 articles."),
        ], [])));

        Assert.Equal(["rich_text", "divider", "rich_text", "context"], message.Blocks.Select(b => b!.AsObject().Type()));
        Assert.Equal(
            "The *harbour* opened. [1] (2 independent sources) 1 · Harbour <opens> (Town News, 1 Oct 2020)“The *harbour* opened.”Searched 10 articles.", message.Blocks.Visible());
        Assert.Equal([("[1]", "https://example.org/harbour"), ("Harbour <opens>", "https://example.org/harbour")], message.Blocks.Objects("link").Select(o => (o.Text(), o.Text("url"))));
        Assert.Equal("The ∗harbour∗ opened. [1] (2 independent sources)\n1 · Harbour &lt;opens&gt; (Town News, 1 Oct 2020)\n“The ∗harbour∗ opened.”\nSearched 10 articles.", message.Text);
    }

    [Fact]
    public void A_digest_is_laid_out_a_story_to_a_paragraph_and_never_cut() => Digests.Sample(digest =>
    {
        var messages = ReplyRenderer.Render(ChatReply.Of(false, digest));

        Assert.All(messages, AssertWithinLimits);
        var shown = string.Concat(messages.Select(m => m.Blocks.Visible()));
        Assert.Contains(ForeignText.Plain(digest.Account), shown, StringComparison.Ordinal);
        foreach (var story in digest.Stories)
        {
            Assert.Contains(ForeignText.Plain(story.Headline), shown, StringComparison.Ordinal);
            Assert.All(story.Sentences, s => Assert.Contains(ForeignText.Plain(s.Text), shown, StringComparison.Ordinal));
        }
    }, iter: 200);

    [Fact]
    public void A_story_shows_what_is_new_its_sentences_sources_and_links()
    {
        var story = new StoryCard(
            2, "Harbour *opens*", "now 12 ships", [new StorySentence("The harbour opened.", [1])], "2 independent sources",
            [new StoryLink(1, "Town News", "https://example.org/harbour"), new StoryLink(0, "Coast Post", "javascript:x")]);

        var message = Assert.Single(ReplyRenderer.Render(ChatReply.Of(false, new DigestPart("Digest", [story], "1 Oct 2020: 2 articles."))));

        Assert.Equal(
            "Digest\n\n2 · Harbour *opens*\nUpdate: now 12 ships\nThe harbour opened. [1]\n2 independent sources · [1] Town News · Coast Post1 Oct 2020: 2 articles.", message.Blocks.Visible());
        Assert.Equal(["[1]", "[1] Town News"], message.Blocks.Objects("link").Select(o => o.Text()));
    }

    [Fact]
    public void An_unsafe_address_is_no_link()
    {
        var card = new SourceCard(1, "Ferry", "Town News", "undated", "javascript:alert(1)", "");

        var message = Assert.Single(ReplyRenderer.Render(ChatReply.Of(false, new SentencesPart([new CitedSentence("It sank.", [1], 1)]), new SourcesPart([card]))));

        Assert.Empty(message.Blocks.Objects("link"));
        Assert.DoesNotContain("javascript", message.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_feedback_buttons_unless_the_message_passes_by()
    {
        ChatReply Reply(bool isPrivate) => new(isPrivate, [new NoticePart("Hello.")],
            [new ReplyButton("a", ButtonAction.ShowQuotes, "Show quotes"), new ReplyButton("b", ButtonAction.Helpful, "Helpful"), new ReplyButton("c", ButtonAction.NotHelpful, "Not helpful")]);

        var open = ReplyRenderer.Render(Reply(false))[0].Blocks;
        var hidden = ReplyRenderer.Render(Reply(true))[0].Blocks;

        Assert.Equal("a", Assert.Single(open.Objects("button")).Text("value"));
        Assert.Equal(("b", "c"), (open.Objects("feedback_buttons").Single()["positive_button"]!.AsObject().Text("value"), open.Objects("feedback_buttons").Single()["negative_button"]!.AsObject().Text("value")));
        Assert.Equal(["a", "b", "c"], hidden.Objects("button").Select(b => b.Text("value")));
        Assert.All(open.Objects().Concat(hidden.Objects()).Where(o => o.ContainsKey("action_id")), o => Assert.True(Buttons.AreOurs(o.Text("action_id"))));
    }

    [Fact]
    public void What_is_too_long_says_that_it_was_cut()
    {
        var messages = ReplyRenderer.Render(ChatReply.Of(false, [.. Enumerable.Repeat(new NoticePart(string.Concat(Enumerable.Repeat("A sentence of some length. ", 110))), 40)]));

        Assert.Equal(5, messages.Count);
        Assert.Contains("and more", messages[^1].Blocks.Visible(), StringComparison.Ordinal);
    }

    private static void AssertWithinLimits(RenderedMessage message)
    {
        Assert.InRange(message.Text.Length, 1, 4000);
        Assert.InRange(message.Blocks.Count, 1, 50);
        Assert.InRange(message.Blocks.Visible().Length, 1, 12_000);
        foreach (var block in message.Blocks.Select(b => b!.AsObject()))
        {
            Assert.True(block.Type() is "actions" or "context_actions" || block.Objects("text", "link", "plain_text").Sum(o => o.Text().Length) <= 3000);
            Assert.InRange(block["elements"]?.AsArray().Count ?? 1, 1, block.Type() switch { "actions" => 25, "context" => 10, "context_actions" => 5, _ => int.MaxValue });
        }

        Assert.All(message.Blocks.Objects("text", "link", "plain_text"), o => Assert.NotEmpty(o.Text()));
        Assert.All(message.Blocks.Objects("rich_text_section", "rich_text_quote", "rich_text_list"), o => Assert.NotEmpty(o["elements"]!.AsArray()));
        Assert.All(message.Blocks.Objects().Where(o => o.ContainsKey("value")), o => Assert.True(o["text"]!.AsObject().Text().Length <= 75 && o.Text("value").Length <= 2000));
        Assert.All(message.Blocks.Objects().Where(o => o.ContainsKey("action_id")), o => Assert.InRange(o.Text("action_id").Length, 1, 255));
        foreach (var row in message.Blocks.Objects("actions")) Assert.Distinct(row["elements"]!.AsArray().Select(b => b!.AsObject().Text("action_id")));
    }
}
