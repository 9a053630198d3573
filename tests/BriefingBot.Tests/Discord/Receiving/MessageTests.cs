using BriefingBot.Chat;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Tests.Discord.Receiving;

public sealed class MessageTests : IDisposable
{
    private const string Mention = """ "mentions":[{"id":"99","username":"bot"}] """;
    private const string Channel = """{"id":"20","type":0,"guild_id":"10"}""";
    private const string Thread = """{"id":"25","type":11,"guild_id":"10","parent_id":"20","owner_id":"11"}""";
    private const string ReplyToUs = """ "type":19,"message_reference":{"message_id":"55"},"referenced_message":{"id":"55","author":{"id":"99"}} """;

    private readonly DiscordDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_mention_asks_without_the_mention_and_is_stored_once()
    {
        _desk.Starts().Then(200, Channel);

        await _desk.HappenAsync(Said("<@99> who won?", Mention), Said("<@99> who won?", Mention));

        var message = await _desk.TakeAsync();
        Assert.Equal(new AskRequest("who won?"), message!.Request);
        Assert.Equal((new ChatPlace("discord", "10", "20"), "11", "discord:message:50", false), (message.Place, message.User, message.EventKey, message.IsAdministrator));
        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task What_Discord_told_of_channels_and_threads_is_not_asked_for()
    {
        _desk.Starts();

        await _desk.HappenAsync(
            ("GUILD_CREATE", """{"id":"10","channels":[{"id":"20","type":0,"parent_id":"19"}],"threads":[{"id":"40","type":11,"parent_id":"20"}]}"""),
            ("THREAD_CREATE", """{"id":"41","type":11,"parent_id":"20"}"""),
            Said("<@99> one", Mention), Said("<@99> two", Mention, "40", "51"), Said("<@99> three", Mention, "41", "52"));

        var places = new[] { await _desk.TakeAsync(), await _desk.TakeAsync(), await _desk.TakeAsync() }.Select(m => (m!.Place.Channel, m.Place.Thread));
        Assert.Equal([("20", ""), ("20", "40"), ("20", "41")], places);
        Assert.Empty(_desk.Requests);
    }

    [Fact]
    public async Task A_mention_alone_asks_for_help()
    {
        _desk.Starts().Then(200, Channel);

        await _desk.HappenAsync(Said("<@!99>", Mention));

        Assert.Equal(new AskRequest("help"), (await _desk.TakeAsync())!.Request);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        _desk.Starts();

        await _desk.HappenAsync(("MESSAGE_CREATE", """{"id":"50","channel_id":"40","content":"who won?","author":{"id":"11","username":"ann"}}"""));

        Assert.Equal(new ChatPlace("discord", "", "40"), (await _desk.TakeAsync())!.Place);
    }

    [Fact]
    public async Task A_thread_belongs_to_its_channel()
    {
        _desk.Starts().Then(200, Thread);

        await _desk.HappenAsync(Said("<@99> and then?", Mention, "25"));

        Assert.Equal(new ChatPlace("discord", "10", "20", "25"), (await _desk.TakeAsync())!.Place);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_to_us_without_a_mention_counts_where_follow_ups_are_on(bool on)
    {
        _desk.FollowUps = on;
        _desk.Starts().Then(200, Channel);

        await _desk.HappenAsync(Said("and then?", ReplyToUs));

        Assert.Equal(on ? "55" : null, (await _desk.TakeAsync())?.RepliesTo);
    }

    [Fact]
    public async Task A_reply_that_mentions_us_always_counts_and_names_the_answer()
    {
        _desk.Starts().Then(200, Channel);

        await _desk.HappenAsync(Said("and then?", $"{Mention},{ReplyToUs}"));

        Assert.Equal("55", (await _desk.TakeAsync())!.RepliesTo);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task A_message_in_a_thread_counts_under_an_answer_of_ours_where_follow_ups_are_on(bool on, bool ours, bool counts)
    {
        _desk.FollowUps = on;
        if (ours) _desk.Answered.Add("25");
        _desk.Starts().Then(200, Thread);

        await _desk.HappenAsync(Said("and then?", Nothing, "25"));

        Assert.Equal(counts, await _desk.TakeAsync() is not null);
    }

    [Theory]
    [InlineData("99", "")]
    [InlineData("12", ",\"bot\":true")]
    public async Task Bots_are_not_listened_to(string author, string more)
    {
        _desk.Starts();

        await _desk.HappenAsync(("MESSAGE_CREATE", $$"""{"id":"50","channel_id":"40","author":{"id":"{{author}}","username":"b"{{more}} },"content":"hello"}"""));

        Assert.Null(await _desk.TakeAsync());
    }

    [Theory]
    [InlineData(""" "webhook_id":"3" """)]
    [InlineData(""" "type":7 """)]
    public async Task Webhooks_and_notices_are_not_listened_to(string more)
    {
        _desk.Starts();

        await _desk.HappenAsync(Said("<@99> hello", $"{Mention},{more}"));

        Assert.Null(await _desk.TakeAsync());
    }

    [Fact]
    public async Task What_is_not_for_us_costs_nothing()
    {
        _desk.Starts();

        await _desk.HappenAsync(Said("", Nothing));

        Assert.Null(await _desk.TakeAsync());
        Assert.Empty(_desk.Requests);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_so()
    {
        using var busy = new DiscordDesk(new ChatOptions { MaxWaitingPerUser = 1 });
        busy.Starts().Then(200, Channel).Then(200, """{"id":"90"}""");

        await busy.HappenAsync(Said("<@99> one", Mention), Said("<@99> two", Mention, id: "51"), Said("<@99> two", Mention, id: "51"));

        var told = Assert.Single(busy.Requests, r => r.Method == "POST");
        Assert.Contains("Please wait", told.Body, StringComparison.Ordinal);
        Assert.Contains("\"nonce\":\"no-51\"", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_keeps_on_asking_too_much_is_told_once()
    {
        using var busy = new DiscordDesk(new ChatOptions { MaxWaitingPerUser = 1 });
        busy.Starts().Then(200, Channel).Then(200, """{"id":"90"}""");

        await busy.HappenAsync(Said("<@99> 0", Mention, id: "50"), Said("<@99> 1", Mention, id: "51"), Said("<@99> 2", Mention, id: "52"));

        Assert.Single(busy.Requests, r => r.Method == "POST");
    }

    private const string Nothing = """ "tts":false """;

    private static (string Name, string Data) Said(string text, string more, string channel = "20", string id = "50") =>
        ("MESSAGE_CREATE", $$"""{"id":"{{id}}","channel_id":"{{channel}}","guild_id":"10","content":"{{text}}","author":{"id":"11","username":"ann"},{{more}}}""");
}
