using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Tests.Chat.Requests;

/// <summary>Nothing of a collection or outlet that a channel may not see gets into anything that is said there.</summary>
public sealed class ScopingTests : IDisposable
{
    private static readonly Article Open = NewsDesk.Article(
        "open-1", "Ferry to Tarvik delayed", "2024-03-15", "Coast Courier", "The ferry to Tarvik was delayed by fog on Friday, the harbour office said.") with { Collection = "open" };

    private static readonly Article[] Closed =
    [
        NewsDesk.Article(
            "closed-1", "Quexal merger planned in Tarvik", "2024-03-19", "Zephyr Gazette",
            "The Quexal merger in Tarvik was agreed on Monday for 71 million crowns.", "“We will buy the harbour,” said Ivo Quexal, chairman of Quexal.") with { Collection = "closed" },
        // A near-copy of the open article, so that copies are grouped over the border.
        Open with { Id = ArticleId.Parse("closed-2"), Source = "Zephyr Gazette", Collection = "closed", Title = "Ferry to Tarvik delayed by Quexal" },
    ];

    private readonly ChatDesk _desk = new(articles: [Open, .. Closed]);

    public static TheoryData<ChatRequest> Requests =>
    [
        new AskRequest("What about the Quexal merger?"),
        new AskRequest("What merger was agreed in Tarvik?"),
        new AskRequest("How many million crowns?"),
        new AskRequest("What happened in Tarvik?"),
        new AskRequest("What happened this week?"),
        new AskRequest("What is the latest?"),
        new AskRequest("What did Quexal agree in 2019?"),
        new AskRequest("What merger was agreed?", Since: "2024-03-20"),
        new AskRequest("What merger was agreed, according to the Zephyr Gazette?"),
        new AskRequest("What merger was agreed?", Source: "Zephyr Gazette"),
        new AskRequest("Why was the ferry to Tarvik delayed?"),
        new QuoteRequest("buying the harbour"),
        new QuoteRequest("harbour", "Quexal"),
        new QuoteRequest("Tarvik"),
        new SourcesRequest(),
        new SourcesRequest("z"),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_channel_of_one_collection_hears_nothing_of_another(ChatRequest request)
    {
        await _desk.SetAsync(new SettingsRequest(Collections: ["open"]));
        await CheckAsync(request);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_channel_of_one_outlet_hears_nothing_of_another(ChatRequest request)
    {
        await _desk.SetAsync(new SettingsRequest(Sources: ["coast courier"]));
        await CheckAsync(request);
    }

    [Fact]
    public async Task The_same_questions_are_answered_where_all_may_be_seen()
    {
        Assert.Contains("71 million", (await _desk.SayAsync(new AskRequest("What merger was agreed in Tarvik?"))).Text(), StringComparison.Ordinal);
        Assert.Contains("Ivo Quexal", (await _desk.SayAsync(new QuoteRequest("buying the harbour"))).Part<QuotesPart>().Quotes[0].Speaker, StringComparison.Ordinal);
        Assert.Equal((3, 2), (await _desk.SayAsync(new SourcesRequest())).Part<LibraryPart>() is var all ? (all.Articles, all.Collections.Count) : default);
    }

    [Fact]
    public async Task Channels_without_settings_and_direct_messages_see_the_configured_collections_only()
    {
        using var desk = new ChatDesk(new ChatOptions { DefaultCollections = ["open"] }, [Open, .. Closed]);

        Assert.Equal(1, (await desk.SayAsync(new SourcesRequest(), place: new ChatPlace("fake", "", "direct"))).Part<LibraryPart>().Articles);
        await desk.SetAsync(new SettingsRequest(Collections: ["closed"]));
        Assert.Equal(2, (await desk.SayAsync(new SourcesRequest(), place: ChatDesk.Channel with { Thread = "t" })).Part<LibraryPart>().Articles);
    }

    [Fact]
    public async Task What_was_answered_before_a_restriction_is_neither_quoted_nor_shared_nor_preferred_after_it()
    {
        var answer = await _desk.SayAsync(new AskRequest("What merger was agreed in Tarvik?", Private: true));
        var id = $"message-{_desk.Platform.Seen.Keys.Last()}";
        await _desk.SetAsync(new SettingsRequest(Collections: ["open"]));

        var quotes = (await _desk.PressAsync(answer, ButtonAction.ShowQuotes)).Part<QuotesPart>();
        Assert.All(quotes.Quotes, quote => Assert.Equal(Open.Title, quote.Source.Title));
        Assert.True(quotes.Quotes.Count < answer.Part<SourcesPart>().Cards.Count);
        Assert.Contains("no longer to be seen", (await _desk.PressAsync(answer, ButtonAction.Share)).Part<NoticePart>().Text, StringComparison.Ordinal);
        Check(await _desk.SayAsync(_desk.Message(new AskRequest("What was agreed in Tarvik?")) with { RepliesTo = id }), "What was agreed in Tarvik?");
    }

    [Fact]
    public async Task An_outlet_that_may_not_be_seen_is_to_the_channel_as_one_that_does_not_exist()
    {
        await _desk.SetAsync(new SettingsRequest(Collections: ["open"]));

        Assert.Equal(await ScopeAsync("Unheard"), await ScopeAsync("Zephyr"));

        async Task<(string, string, string)> ScopeAsync(string outlet)
        {
            var asked = await _desk.SayAsync(new AskRequest($"Why was the ferry delayed, according to the {outlet} Gazette?"), outlet);
            var quoted = await _desk.SayAsync(new QuoteRequest($"the ferry, according to the {outlet} Gazette"), outlet);
            var chosen = await _desk.SayAsync(new AskRequest("Why was the ferry delayed?", Source: $"{outlet} Gazette"), outlet);
            return (asked.Part<ScopePart>().Text, quoted.Part<ScopePart>().Text, chosen.Part<ErrorPart>().Text.Replace(outlet, "", StringComparison.Ordinal));
        }
    }

    private async Task CheckAsync(ChatRequest request)
    {
        var asked = ChatJson.Write(_desk.Message(request));
        var reply = await _desk.SayAsync(request);
        Check(reply, asked);
        foreach (var action in new[] { ButtonAction.ShowQuotes, ButtonAction.Widen, ButtonAction.Narrow }.Where(a => reply.Buttons.Any(b => b.Action == a)))
        {
            Check(await _desk.PressAsync(reply, action), asked);
        }
    }

    /// <summary>No word, name, day or count that only the closed articles have; what the person wrote may be repeated.</summary>
    private static void Check(ChatReply reply, string asked)
    {
        foreach (var secret in new[] { "Quexal", "Zephyr", "71 million", "closed-", "merger", "buy the harbour", "19 Mar", "\"closed\"" })
        {
            if (!asked.Contains(secret, StringComparison.OrdinalIgnoreCase)) Assert.DoesNotContain(secret, ChatJson.Write(reply), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var scope in reply.Parts.OfType<ScopePart>()) Assert.Matches(": [01] articles?;", scope.Text);
        foreach (var library in reply.Parts.OfType<LibraryPart>()) Assert.Equal((1, "15 Mar 2024"), (library.Articles, library.Newest));
        foreach (var sentence in reply.Parts.OfType<SentencesPart>().SelectMany(p => p.Sentences)) Assert.Equal(1, sentence.Sources);
        Assert.All(reply.Parts.OfType<SourcesPart>().SelectMany(p => p.Cards), card => Assert.Equal(Open.Title, card.Title));
        Assert.All(reply.Parts.OfType<AbstentionPart>().SelectMany(p => p.Nearest.Concat(p.Wider)), card => Assert.Equal(Open.Title, card.Title));
    }

    public void Dispose() => _desk.Dispose();
}
