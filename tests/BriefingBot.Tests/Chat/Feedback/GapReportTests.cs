using BriefingBot.Chat;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;

namespace BriefingBot.Tests.Chat.Feedback;

public sealed class GapReportTests : IDisposable
{
    private const string Unknown = "What does the zeppelin of Quimby carry?";

    private static readonly ChatPlace Office = new("fake", "town", "office");

    private readonly ChatDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Once_a_week_the_channel_that_asked_for_it_gets_what_was_asked_in_vain()
    {
        await SwitchAsync();
        await AskAsync(Unknown);
        await AskAsync("what does the Zeppelin of Quimby carry", "bob");
        var good = await AskAsync("How much did the herring catch in Tarvik fall?");
        await _desk.PressAsync(good, ButtonAction.WrongCitation, user: "bob");
        await _desk.PressAsync(good, ButtonAction.Helpful, user: "cid");
        // The desk's day is a Wednesday.
        await AtAsync("2024-03-25 08:59");
        Assert.Empty(Reports());
        await AtAsync("2024-03-25 09:00");
        await AtAsync("2024-03-25 10:00");
        _desk.Restart();
        await AtAsync("2024-03-26 10:00");

        var (message, report, _) = Assert.Single(Reports());
        Assert.Equal(Office, message.Place);
        var list = report.Part<ListPart>();
        Assert.Contains("3 questions, 2 found nothing (67 %), 1 marked wrong", list.Heading, StringComparison.Ordinal);
        Assert.Equal(["what does the Zeppelin of Quimby carry", "How much did the herring catch in Tarvik fall?"], list.Lines.Select(l => l.Name));
        Assert.Equal(["asked 2×, found nothing 2×, new", "asked 1×, marked wrong 1×, new"], list.Lines.Select(l => l.Text));
        Assert.DoesNotContain("bob", ChatJson.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_before_is_set_beside_it()
    {
        await SwitchAsync();
        await AskAsync(Unknown);
        await AskAsync("Who painted the submarine of Zuverdam?");
        await AtAsync("2024-03-25 09:00");
        await AskAsync(Unknown);
        await AtAsync("2024-04-01 09:00");

        var report = Reports()[1].Reply;
        Assert.Equal("asked 1×, found nothing 1×, 1× the week before", Assert.Single(report.Part<ListPart>().Lines).Text);
        Assert.Contains("The week before: 2 questions, 2 found nothing", report.Part<ListPart>().Heading, StringComparison.Ordinal);
        Assert.Contains("1 gap of the week before did not come up again", report.Part<ScopePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_an_earlier_week_that_is_marked_now_counts_now()
    {
        await SwitchAsync();
        var answer = await AskAsync("How much did the herring catch in Tarvik fall?");
        await AtAsync("2024-03-25 09:00");
        Assert.Empty(Reports());
        await _desk.PressAsync(answer, ButtonAction.NotHelpful);
        await AtAsync("2024-04-01 09:00");

        Assert.Equal("asked 0×, marked wrong 1×, new", Assert.Single(Assert.Single(Reports()).Reply.Part<ListPart>().Lines).Text);
    }

    [Fact]
    public async Task What_was_missed_while_no_process_ran_comes_once()
    {
        await SwitchAsync();
        await AskAsync(Unknown);
        await AtAsync("2024-03-28 15:00");
        Assert.Single(Reports());
        _desk.Time.AdjustTime(new DateTimeOffset(2024, 4, 10, 0, 0, 0, TimeSpan.Zero));
        await AskAsync(Unknown);
        await AtAsync("2024-04-18 15:00");

        Assert.Equal(2, Reports().Count);
    }

    [Fact]
    public async Task Private_questions_are_counted_and_not_quoted()
    {
        await SwitchAsync();
        await _desk.SayAsync(new AskRequest(Unknown, Private: true));
        await AskAsync("Who painted the submarine of Zuverdam?");
        await _desk.SayAsync(new AskRequest("Who sank the gondola of Perluna?"), place: new ChatPlace("fake", "", "dm-ann"));
        await AtAsync("2024-03-25 09:00");

        var report = Assert.Single(Reports()).Reply;
        Assert.Contains("3 questions, 3 found nothing", report.Part<ListPart>().Heading, StringComparison.Ordinal);
        Assert.Contains("2 further questions asked privately", report.Part<ScopePart>().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zeppelin", ChatJson.Write(report), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("gondola", ChatJson.Write(report), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_workspace_gets_its_own_and_direct_messages_are_nobodys()
    {
        var elsewhere = Office with { Workspace = "village", Channel = "desk" };
        await SwitchAsync();
        await SwitchAsync(elsewhere);
        await AskAsync(Unknown);
        await _desk.SayAsync(new AskRequest("Who painted the submarine of Zuverdam?"), place: elsewhere with { Channel = "chat" });
        await _desk.SayAsync(new AskRequest("Who sank the gondola of Perluna?"), place: new ChatPlace("fake", "", "dm-ann"));
        await AtAsync("2024-03-25 09:00");

        Assert.Equal(["town", "village"], Reports().Select(r => r.Message.Place.Workspace).Order());
        Assert.All(Reports(), r => Assert.Equal(r.Message.Place.Workspace == "town" ? Unknown : "Who painted the submarine of Zuverdam?", Assert.Single(r.Reply.Part<ListPart>().Lines).Name));
        Assert.All(Reports(), r => Assert.Contains(": 1 question,", r.Reply.Part<ListPart>().Heading, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_week_without_gaps_is_told_where_that_is_set()
    {
        await SwitchAsync();
        await AskAsync("How much did the herring catch in Tarvik fall?");
        var store = new SqliteGapReportStore(_desk.Database);
        var due = new DueGapReport(_desk.Time.GetUtcNow().AddDays(-7), _desk.Time.GetUtcNow().AddDays(1));

        var quiet = await new GapReportResponder(store, new GapReportOptions()).DueAsync(_desk.Message(due, place: Office), due, default);
        var line = await new GapReportResponder(store, new GapReportOptions { WhenEmpty = true }).DueAsync(_desk.Message(due, place: Office), due, default);

        Assert.True(quiet.Reply.IsNothing);
        Assert.Contains("No gaps in last week: 1 question, 0 found nothing", line.Reply.Part<NoticePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_gaps_are_cut_to_the_most_frequent()
    {
        await SwitchAsync();
        for (var i = 0; i < 17; i++)
        {
            _desk.Time.Advance(TimeSpan.FromMinutes(1));
            await AskAsync($"Who painted the submarine of Zuverdam{(char)('a' + i)}?");
        }

        await AtAsync("2024-03-25 09:00");
        var report = Assert.Single(Reports()).Reply;
        Assert.Equal(15, report.Part<ListPart>().Lines.Count);
        Assert.Contains("And 2 more.", report.Part<ScopePart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_administer_the_workspace_switch_it_on_or_look()
    {
        var refused = await _desk.SetAsync(new SettingsRequest(Gaps: true), Office);
        Assert.Contains("administer all of this place", refused.Part<ErrorPart>().Text, StringComparison.Ordinal);
        Assert.Contains("administer all of this place", (await _desk.SayAsync(new GapsRequest())).Part<ErrorPart>().Text, StringComparison.Ordinal);
        await AskAsync(Unknown);
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        var looked = await _desk.SayAsync(_desk.Message(new GapsRequest()) with { AdministersWorkspace = true });
        Assert.Equal(Unknown, Assert.Single(looked.Part<ListPart>().Lines).Name);
        Assert.True(looked.Private);

        await SwitchAsync();
        await _desk.SetAsync(new SettingsRequest(Gaps: false), Office);
        await AtAsync("2024-03-25 09:00");
        Assert.Empty(Reports());
    }

    private Task<ChatReply> AskAsync(string question, string user = "ann") => _desk.SayAsync(new AskRequest(question), user);

    private Task<ChatReply> SwitchAsync(ChatPlace? office = null) =>
        _desk.SayAsync(_desk.Message(new SettingsRequest(Gaps: true), place: office ?? Office) with { IsAdministrator = true, AdministersWorkspace = true });

    private async Task AtAsync(string utc)
    {
        _desk.Time.AdjustTime(DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm", null, System.Globalization.DateTimeStyles.AssumeUniversal));
        await new GapReportScheduler(new SqliteGapReportStore(_desk.Database), _desk.Inbox, new GapReportOptions(), _desk.Time).TakeDueAsync(default);
        await _desk.RunAsync();
    }

    private List<(IncomingMessage Message, ChatReply Reply, BriefingBot.Chat.Delivery.DeliveryRoute Route)> Reports() => [.. _desk.Platform.Seen.Values.Where(s => s.Message.Request is DueGapReport)];
}
