using BriefingBot.Chat.Requests;
using BriefingBot.Digests;
using BriefingBot.Slack.Receiving;

namespace BriefingBot.Tests.Slack.Receiving;

public sealed class CommandTextTests
{
    public static TheoryData<string, string> Questions => new()
    {
        { "ask What happened?", "What happened?|||False" },
        { "What happened?", "What happened?|||False" },
        { "ASK What happened? since:2020-09-01 source:\"Coast Courier\" private", "What happened?|2020-09-01|Coast Courier|True" },
        { "source:“Coast Courier” What happened in Algiers: the capital? since: “last Monday”", "What happened in Algiers: the capital?|last Monday|Coast Courier|False" },
        { "What of private banks? source=Wire", "What of private banks?||Wire|False" },
        { "Who owns the private? --private", "Who owns the private?|||True" },
        { "Who won? private:yes", "Who won?|||True" },
        { "Who won? --since=yesterday private:no", "Who won?|yesterday||False" },
        { "Who won at 10:30? source:\"Town", "Who won at 10:30?||Town|False" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Questions_are_read_as_people_write_them(string text, string read)
    {
        var asked = Assert.IsType<AskRequest>(CommandText.Read(text).Request);

        Assert.Equal(read, $"{asked.Question}|{asked.Since}|{asked.Source}|{asked.Private}");
    }

    [Fact]
    public void The_other_verbs_are_read()
    {
        Assert.Equal(new QuoteRequest("the ferry", "the mayor", true), CommandText.Read("quote the ferry speaker:\"the mayor\" private").Request);
        Assert.Equal(new SourcesRequest("town"), CommandText.Read("sources “town”").Request);
        Assert.IsType<HelpRequest>(CommandText.Read("  ").Request);
        Assert.IsType<HelpRequest>(CommandText.Read("Help me").Request);
    }

    [Fact]
    public void What_adds_a_link_is_no_question_and_what_adds_none_is_one()
    {
        Assert.Equal(["https://example.org/a"], Assert.IsType<IngestRequest>(CommandText.Read("add https://example.org/a").Request).Items.Select(i => i.Address));
        Assert.Equal(new AskRequest("add up the costs of the ferry"), CommandText.Read("add up the costs of the ferry").Request);
    }

    [Fact]
    public void Settings_are_read_by_name()
    {
        var settings = Assert.IsType<SettingsRequest>(CommandText.Read("settings collections:world, town sources:all sentences:4 followups:on").Request);

        Assert.Equal(["world", "town"], settings.Collections!);
        Assert.Empty(settings.Sources!);
        Assert.Equal((4, true), (settings.Sentences, settings.FollowUps));
        Assert.Equal(new SettingsRequest(Quiet: "22:00-07:00", Zone: "Europe/Paris"), CommandText.Read("settings quiet:22:00-07:00 zone:Europe/Paris").Request);
        Assert.Equal(new SettingsRequest(Quiet: "10pm to 7am"), CommandText.Read("settings quiet:\"10pm to 7am\"").Request);
        Assert.Equal(["Coast Courier", "Wire"], Assert.IsType<SettingsRequest>(CommandText.Read("settings sources:\"Coast Courier, Wire\"").Request).Sources!);
        Assert.False(Assert.IsType<SettingsRequest>(CommandText.Read("settings").Request).IsChange);
        Assert.Equal((true, false), (Assert.IsType<SettingsRequest>(CommandText.Read("settings gaps:on").Request).Gaps, Assert.IsType<SettingsRequest>(CommandText.Read("settings gaps:off").Request).Gaps));
        Assert.Equal("my town", Assert.IsType<SettingsRequest>(CommandText.Read("settings ingest:\"my town\"").Request).Ingest);
        Assert.Equal("", Assert.IsType<SettingsRequest>(CommandText.Read("settings ingest:off").Request).Ingest);
    }

    [Fact]
    public void Gaps_are_shown_and_can_be_asked_about()
    {
        Assert.IsType<GapsRequest>(CommandText.Read("gaps").Request);
        Assert.Equal("gaps in the sea wall", Assert.IsType<AskRequest>(CommandText.Read("gaps in the sea wall").Request).Question);
    }

    public static TheoryData<string, ChatRequest> Alerts => new()
    {
        { "alert", new AlertsRequest(AlertAction.List) },
        { "alert on topic:\"the ferry strike\"", new AlertRequest("the ferry strike") },
        { "Alert on the ferry strike", new AlertRequest("the ferry strike") },
        { "alert the ferry strike", new AlertRequest("the ferry strike") },
        { "alert pause in the fighting", new AlertRequest("pause in the fighting") },
        { "alert list", new AlertsRequest(AlertAction.List) },
        { "alert Pause k7f2ab", new AlertsRequest(AlertAction.Pause, "k7f2ab") },
        { "alert remove id:k7f2ab", new AlertsRequest(AlertAction.Remove, "k7f2ab") },
        { "alert mute", new AlertsRequest(AlertAction.Mute) },
        { "alert test k7f2ab", new AlertsRequest(AlertAction.Test, "k7f2ab") },
        { "alert test topic:“the ferry”", new AlertsRequest(AlertAction.Test, "", "the ferry") },
        { "alert test the ferry", new AlertsRequest(AlertAction.Test, "", "the ferry") },
    };

    public static TheoryData<string, ChatRequest> Digests => new()
    {
        { "digest", new DigestNowRequest() },
        { "digest now", new DigestNowRequest() },
        { "digest the ferry length:full", new DigestNowRequest("the ferry", DigestLength.Full) },
        { "Digest now topic:\"the ferry\"", new DigestNowRequest("the ferry") },
        { "digest subscribe 08:00", new SubscribeRequest("08:00") },
        { "digest subscribe time:7:30pm zone:Europe/Berlin days:mon, wed topic:“the ferry” length:full silent", new SubscribeRequest("7:30pm", "Europe/Berlin", "mon, wed", "the ferry", null, DigestLength.Full, true) },
        { "digest subscribe 08:00 length:short silent:no", new SubscribeRequest("08:00") },
        { "digest edit k7f2ab time:9:00", new EditSubscriptionRequest("k7f2ab", "9:00") },
        { "digest edit zone:paris days:weekdays topic:all length:full silent", new EditSubscriptionRequest("", null, "paris", "weekdays", "", null, DigestLength.Full, true) },
        { "digest edit id:k7f2ab topic:“the ferry” length:short silent:no", new EditSubscriptionRequest("k7f2ab", null, null, null, "the ferry", null, DigestLength.Brief, false) },
        { "digest list", new SubscriptionsRequest(SubscriptionAction.List) },
        { "digest pause k7f2ab", new SubscriptionsRequest(SubscriptionAction.Pause, "k7f2ab") },
        { "digest resume id:k7f2ab", new SubscriptionsRequest(SubscriptionAction.Resume, "k7f2ab") },
        { "digest unsubscribe", new SubscriptionsRequest(SubscriptionAction.Unsubscribe) },
        { "digest why id:k7f2ab the ferry", new SubscriptionsRequest(SubscriptionAction.Why, "k7f2ab", "the ferry") },
    };

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alerts_are_read(string text, ChatRequest read) => Assert.Equal(read, CommandText.Read(text).Request);

    [Fact]
    public void An_alert_needs_a_topic() => Assert.Contains("alert on topic:", CommandText.Read("alert on").Hint, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Digests))]
    public void Digests_are_read(string text, ChatRequest read) => Assert.Equal(read, CommandText.Read(text).Request);

    [Fact]
    public void Outlets_of_a_digest_are_a_list() =>
        Assert.Equal(["Coast Courier", "Wire"], Assert.IsType<SubscribeRequest>(CommandText.Read("digest subscribe time:8:00 sources:\"Coast Courier, Wire\"").Request).Sources!);

    [Theory]
    [InlineData("digest subscribe zone:UTC", "/briefing digest subscribe")]
    [InlineData("digest edit k7f2ab to nine", "/briefing digest edit")]
    [InlineData("digest edit length:long", "/briefing digest edit")]
    [InlineData("digest edit silent:perhaps", "/briefing digest edit")]
    [InlineData("ask", "/briefing ask")]
    [InlineData("ask since:2020-09-01", "/briefing ask")]
    [InlineData("quote speaker:mayor", "/briefing quote")]
    [InlineData("settings sentences:many", "/briefing settings")]
    [InlineData("settings follow-ups:perhaps", "/briefing settings")]
    [InlineData("settings gaps:weekly", "/briefing settings")]
    [InlineData("settings colections:world", "/briefing settings")]
    public void What_is_wrong_brings_an_example(string text, string hint)
    {
        var (request, told) = CommandText.Read(text);

        Assert.Null(request);
        Assert.Contains(hint, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<@U99> who won in <#C1|news>?", "who won in #news?")]
    [InlineData("<@U99|bot>  see <https://example.org/a|this page> &amp; <https://example.org/b>", "see this page & https://example.org/b")]
    [InlineData("<!here> is 1 &lt; 2?", "is 1 < 2?")]
    public void Slacks_markup_is_taken_off(string text, string read) => Assert.Equal(read, IncomingText.Read(text));

    [Theory]
    [InlineData("<@U99> hello", true)]
    [InlineData("<@U99|bot> hello", true)]
    [InlineData("<@U991> hello", false)]
    [InlineData("U99 hello", false)]
    public void A_mention_is_of_one_person(string text, bool mentioned) => Assert.Equal(mentioned, IncomingText.Mentions(text, "U99"));
}
