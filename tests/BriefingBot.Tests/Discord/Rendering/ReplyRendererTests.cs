using System.Text.RegularExpressions;
using BriefingBot.Chat.Replies;
using BriefingBot.Digests;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Resources;
using CsCheck;

namespace BriefingBot.Tests.Discord.Rendering;

public sealed partial class ReplyRendererTests
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
        Cards.Array[0, 25].Select(cards => (ReplyPart)new SourcesPart(cards)),
        Nasty.Texts.Select(t => (ReplyPart)new ScopePart(t)),
        Gen.Select(Nasty.Texts, Cards.Array[0, 5]).Select((t, cards) => (ReplyPart)new AbstentionPart(t, [t], cards, cards)),
        Gen.Select(Nasty.LongTexts, Cards).Select((t, card) => (ReplyPart)new QuotesPart(t, [new QuoteCard(t, t, card)])),
        Nasty.Texts.Select(t => (ReplyPart)new LibraryPart(3, 1, t, t, [new NamedCount(t, 2)], [])),
        Nasty.Texts.Select(t => (ReplyPart)new HelpPart(t, [new HelpLine(t, t)])),
        Digests.Select(d => (ReplyPart)d),
        Gen.Select(Nasty.LongTexts, Cards).Array[0, 6].Select(cards => (ReplyPart)new CorrectionPart("Correction", [.. cards.Select(c => new CorrectionCard(c.Item1, c.Item2, c.Item1, c.Item1, c.Item1))], 3, "Ask again")),
        Nasty.Texts.Select(t => (ReplyPart)new ListPart(t, [new ListLine(t, t)])),
        Nasty.Texts.Select(t => (ReplyPart)new SettingsPart([new SettingLine(t, t, t)])),
        Nasty.LongTexts.Select(t => (ReplyPart)new ErrorPart(t)));

    private static readonly Gen<ChatReply> Replies = Gen.Select(Parts.Array[0, 4], Gen.Int[0, 12])
        .Select((parts, buttons) => new ChatReply(false, parts, [.. Enumerable.Range(0, buttons).Select(i => new ReplyButton($"{i:x32}", ButtonAction.Helpful, "Helpful"))]));

    [Fact]
    public void Every_message_is_within_every_limit() => Replies.Sample(reply =>
    {
        var bodies = ReplyRenderer.Render(reply);

        Assert.NotEmpty(bodies);
        Assert.All(bodies, AssertWithinLimits);
        Assert.All(bodies.SkipLast(1), body => Assert.Empty(body.Components!));
        Assert.Equal(reply.Buttons.Select(b => b.Id), bodies[^1].Components!.SelectMany(row => row.Components!).Select(b => ButtonId.Read(b.CustomId)));
    }, iter: 300);

    [Fact]
    public void The_same_reply_is_always_the_same_messages() => Replies.Sample(reply =>
        Assert.Equal(ReplyRenderer.Render(reply).Select(b => b.Content), ReplyRenderer.Render(reply).Select(b => b.Content)), iter: 50);

    [Fact]
    public void Foreign_text_is_harmless_wherever_the_messages_are_split() => Nasty.LongTexts.Sample(text =>
        Assert.All(ReplyRenderer.Render(ChatReply.Of(false, new NoticePart(text))).Where(b => b.Content != "There is nothing to show."), body => Nasty.AssertHarmless(body.Content!.TrimEnd('…').TrimEnd('\\'))), iter: 300);

    [Fact]
    public void A_cut_never_parts_a_backslash_from_what_it_disarms()
    {
        var bodies = ReplyRenderer.Render(ChatReply.Of(false, new NoticePart("a" + new string('*', 3000))));

        Assert.True(bodies.Count > 1);
        Assert.All(bodies, body => Nasty.AssertHarmless(body.Content!));
    }

    [Fact]
    public void An_answer_shows_sentences_sources_and_scope()
    {
        var body = Assert.Single(ReplyRenderer.Render(new ChatReply(false,
        [
            new SentencesPart([new CitedSentence("The harbour opened.", [1], 2)]),
            new SourcesPart([new SourceCard(1, "Harbour *opens*", "Town News", "1 Oct 2020", "https://example.org/harbour", "The harbour opened.")]),
            new ScopePart("Searched 10 articles."),
        ], [])));

        Assert.Equal("The harbour opened. \\[1\\] *(2 independent sources)*\n\n-# Searched 10 articles.", body.Content);
        var embed = Assert.Single(body.Embeds!);
        Assert.Equal(("1 · Harbour \\*opens\\*", "https://example.org/harbour", "“The harbour opened.”", "Town News · 1 Oct 2020"), (embed.Title, embed.Url, embed.Description, embed.Footer!.Text));
    }

    [Fact]
    public void A_digest_is_laid_out_and_never_cut() => Digests.Sample(digest =>
    {
        var bodies = ReplyRenderer.Render(ChatReply.Of(false, digest));

        Assert.All(bodies, AssertWithinLimits);
        var shown = string.Concat(bodies.Select(b => b.Content).Concat(bodies.SelectMany(b => b.Embeds!).SelectMany(e => new[] { e.Title, e.Description })));
        foreach (var text in digest.Stories.SelectMany(s => s.Sentences.Select(x => x.Text).Append(s.Headline).Append(s.Update)).Append(digest.Account))
        {
            Assert.Contains(DiscordText.Escape(text), shown, StringComparison.Ordinal);
        }

        var lines = bodies.SelectMany(b => b.Embeds!).SelectMany(e => (e.Description ?? "").Split('\n').Append(e.Title ?? ""));
        // What the layout adds: bold and small marks, numbers, and addresses that are safe.
        Assert.All(lines.Select(l => Ours().Replace(l, "$1")), Nasty.AssertHarmless);
    }, iter: 200);

    [Fact]
    public void A_story_shows_what_is_new_its_sentences_sources_and_links()
    {
        var story = new StoryCard(
            2, "Harbour *opens*", "now 12 ships", [new StorySentence("The harbour opened.", [1])], "2 independent sources",
            [new StoryLink(1, "Town News", "https://example.org/harbour"), new StoryLink(0, "Coast Post", "")]);

        var body = Assert.Single(ReplyRenderer.Render(ChatReply.Of(false, new DigestPart("Digest", [story], "1 Oct 2020: 2 articles, 1 story shown."))));

        Assert.Equal("**Digest**\n-# 1 Oct 2020: 2 articles, 1 story shown.", body.Content);
        var embed = Assert.Single(body.Embeds!);
        Assert.Equal("2 · Harbour \\*opens\\*", embed.Title);
        Assert.Equal("**Update:** now 12 ships\nThe harbour opened. \\[1\\]\n*2 independent sources*\n-# \\[1\\] [Town News](https://example.org/harbour)\n-# Coast Post", embed.Description);
    }

    [Fact]
    public void An_address_in_text_has_no_preview()
    {
        var card = new SourceCard(0, "Ferry", "Town News", "undated", "https://example.org/f", "");

        var body = Assert.Single(ReplyRenderer.Render(ChatReply.Of(false, new AbstentionPart("Not found.", ["Ask again."], [], [card]))));

        Assert.Equal("Not found.\n- Ask again.\n**Nearest articles:**\n- Ferry (Town News, undated) <https://example.org/f>", body.Content);
    }

    private static void AssertWithinLimits(MessageBody body)
    {
        Assert.InRange(body.Content!.Length, 0, 2000);
        Assert.InRange(body.Embeds!.Count, 0, 10);
        Assert.True(body.Content.Length + body.Embeds.Count > 0);
        Assert.InRange(body.Embeds.Sum(SourceEmbeds.Length), 0, 6000);
        Assert.All(body.Embeds, embed =>
        {
            Assert.InRange(embed.Title?.Length ?? 1, 1, 256);
            Assert.True(embed.Title is not null || embed.Description is not null);
            Assert.InRange(embed.Description?.Length ?? 1, 1, 4096);
            Assert.InRange(embed.Footer?.Text.Length ?? 1, 1, 2048);
        });
        Assert.InRange(body.Components!.Count, 0, 5);
        Assert.All(body.Components, row => Assert.InRange(row.Components!.Count, 1, 5));
        Assert.All(body.Components.SelectMany(row => row.Components!), b => Assert.True(b.Label!.Length is > 0 and <= 80 && b.CustomId!.Length is > 0 and <= 100));
        Assert.Empty(body.AllowedMentions.Parse);
        Assert.DoesNotContain("://", QuietLink().Replace(body.Content, ""), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\*\*Update:\*\* |^-# (?:\\\[\d+\\\] )?|^\*\*|(?<!\\)\*\*$|^\*|(?<![\\*])\*$|\[((?:[^\]\\]|\\.)+)\]\(https://example\.org/[^\s<>\[\]()|`*~]*\)$")]
    private static partial Regex Ours();

    [GeneratedRegex(@"<https://example\.org/[^\s<>\[\]()|`*~]*>")]
    private static partial Regex QuietLink();
}
