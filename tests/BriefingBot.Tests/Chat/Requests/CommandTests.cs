using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Tests.Chat.Requests;

public sealed class CommandTests : IDisposable
{
    private static readonly AskRequest Crack = new("How large was the crack in the Tarvik bridge?");

    private readonly ChatDesk _desk = new();

    [Fact]
    public async Task An_answer_has_cited_sentences_their_sources_and_what_was_searched()
    {
        var reply = await _desk.SayAsync(Crack);

        Assert.False(reply.Private);
        var (sentences, cards) = (reply.Part<SentencesPart>().Sentences, reply.Part<SourcesPart>().Cards);
        Assert.Contains("14 centimetres", sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("2 independent sources", sentences[0].Corroboration);
        Assert.Equal(cards.Select(c => c.Number), sentences.SelectMany(s => s.Citations).Distinct().Order());
        Assert.All(cards, card => Assert.Contains("Mar 2024", card.Published, StringComparison.Ordinal));
        Assert.StartsWith("In the articles' own words. Searched", reply.Part<ScopePart>().Text, StringComparison.Ordinal);
        Assert.All(reply.Buttons, b => Assert.Matches("^[A-Za-z0-9_-]{1,32}$", b.Id));
    }

    [Fact]
    public async Task An_abstention_says_what_can_be_done()
    {
        var reply = await _desk.SayAsync(new AskRequest("Who won the chess tournament in Vienna?"));

        Assert.StartsWith("Not found", reply.Part<AbstentionPart>().Text, StringComparison.Ordinal);
        Assert.NotEmpty(reply.Part<AbstentionPart>().NextSteps);
    }

    [Fact]
    public async Task Since_and_source_narrow_a_question_as_people_write_them()
    {
        var reply = await _desk.SayAsync(Crack with { Source = "northern post", Since = "last Monday" });

        Assert.Equal(["Northern Post"], reply.Part<SourcesPart>().Cards.Select(c => c.Source).Distinct());
        Assert.Contains("11 Mar 2024 to 20 Mar", reply.Part<ScopePart>().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whenever", "", "as a day")]
    [InlineData("", "The Moon Herald", "There are some of Coast Courier")]
    public async Task A_day_or_outlet_that_is_not_understood_is_said(string since, string source, string said)
    {
        var reply = await _desk.SayAsync(Crack with { Since = since, Source = source, Private = true });

        Assert.Contains(said, reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task Quotes_come_with_their_speaker_and_article()
    {
        var quotes = (await _desk.SayAsync(new QuoteRequest("herring shoals", "Mira Solheim"))).Part<QuotesPart>();

        Assert.Contains("Warm water", Assert.Single(quotes.Quotes).Text, StringComparison.Ordinal);
        Assert.Equal("Herring catch falls by a third", quotes.Quotes[0].Source.Title);
        Assert.Empty((await _desk.SayAsync(new QuoteRequest("volcanoes of Iceland"))).Part<QuotesPart>().Quotes);
    }

    [Fact]
    public async Task Sources_say_what_is_indexed_and_how_new_it_is()
    {
        var library = (await _desk.SayAsync(new SourcesRequest("courier"))).Part<LibraryPart>();

        Assert.Equal((4, 1, "19 Mar 2024"), (library.Articles, library.Undated, library.Newest));
        Assert.Equal([new NamedCount("Coast Courier", 3)], library.Sources);
    }

    [Fact]
    public async Task Help_names_every_command() =>
        Assert.Equal(["ask", "quote", "sources", "digest", "digest", "digest", "digest", "alert", "alert", "help", "gaps", "settings", "add"], (await _desk.SayAsync(new HelpRequest())).Part<HelpPart>().Lines.Select(l => l.Command.Split(' ')[0]));

    [Theory]
    [InlineData("Town news_2", "Town news_2")]
    [InlineData(" DEFAULT ", "default")]
    [InlineData("", "off")]
    public async Task A_channel_takes_articles_into_a_collection_new_or_old(string written, string shown)
    {
        await _desk.SetAsync(new SettingsRequest { Ingest = "before" });

        await _desk.SetAsync(new SettingsRequest { Ingest = written });

        Assert.Equal(shown, (await _desk.SetAsync(new SettingsRequest())).Part<SettingsPart>().Lines.Single(l => l.Name == "ingest").Value);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("dot.")]
    [InlineData("two  blanks")]
    [InlineData("a\nb")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_collection_that_could_be_no_folder_is_refused(string written) =>
        Assert.Contains("A collection's name has", (await _desk.SetAsync(new SettingsRequest { Ingest = written })).Part<ErrorPart>().Text, StringComparison.Ordinal);

    [Fact]
    public void Settings_of_earlier_versions_are_read_as_taking_nothing()
    {
        var stored = ChatJson.Read<ChannelSettings>("""{"collections":["a"],"sources":[],"sentences":2,"followUps":true}""");

        Assert.Equal(("a", 2, true, ""), (stored.Collections[0], stored.Sentences, stored.FollowUps, stored.Ingest));
        Assert.Equal("town", ChatJson.Read<ChannelSettings>(ChatJson.Write(stored with { Ingest = "town" })).Ingest);
    }

    [Fact]
    public async Task Settings_are_for_administrators_and_last()
    {
        Assert.Contains("manage this channel", (await _desk.SayAsync(new SettingsRequest(Sentences: 1))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Contains("no collection “secret”", (await _desk.SetAsync(new SettingsRequest(Collections: ["secret"]))).Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Contains("from 1 to 6", (await _desk.SetAsync(new SettingsRequest(Sentences: 7))).Part<ErrorPart>().Text, StringComparison.Ordinal);

        await _desk.SetAsync(new SettingsRequest(Sources: ["northern POST"], Sentences: 1));
        await _desk.SetAsync(new SettingsRequest(FollowUps: true));
        _desk.Restart();

        var settings = await _desk.Answers.SettingsAsync(ChatDesk.Channel, default);
        Assert.Equal(("Northern Post", 1, true), (settings.Sources.Single(), settings.Sentences, settings.FollowUps));
        Assert.Equal(["as configured", "Northern Post", "1", "on", "off", "off", "off", "UTC, as configured"], (await _desk.SetAsync(new SettingsRequest())).Part<SettingsPart>().Lines.Select(l => l.Value));
        Assert.Single((await _desk.SayAsync(Crack)).Part<SentencesPart>().Sentences);
        Assert.Equal(4, (await _desk.SayAsync(new SourcesRequest(), place: new ChatPlace("fake", "town", "other"))).Part<LibraryPart>().Articles);
    }

    public void Dispose() => _desk.Dispose();
}
