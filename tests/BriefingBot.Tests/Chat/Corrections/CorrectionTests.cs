using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Answering;

namespace BriefingBot.Tests.Chat.Corrections;

public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly ChatPlace Direct = new("fake", "", "dm-ann");
    private static readonly ChatPlace Thread = ChatDesk.Channel with { Thread = "t1" };

    private ChatDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await CorrectionDesk.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_changed_passage_is_told_once_with_before_and_after_in_reply_to_the_answer()
    {
        var answer = await AskAsync();
        Assert.Contains("40 million crowns", answer.Text(), StringComparison.Ordinal);
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);
        _desk.Restart();
        await _desk.PassAsync(60);

        var correction = Assert.Single(_desk.Told()).Part<CorrectionPart>();
        var card = Assert.Single(correction.Cards);
        Assert.Equal((CorrectionDesk.Cost, CorrectionDesk.CostOf("5.4")), (card.Before, card.After));
        Assert.Equal((CorrectionDesk.Tram.Title, "Coast Ledger"), (card.Source.Title, card.Source.Source));
        Assert.Equal(answer.Part<SourcesPart>().Cards.Single(c => c.Quote == card.Before).Number, card.Source.Number);
        Assert.Contains("20 Mar 2024", card.What, StringComparison.Ordinal);
        Assert.Contains(CorrectionDesk.Question, correction.Heading, StringComparison.Ordinal);
        var (message, _, _) = _desk.Platform.Seen.Values.Last();
        Assert.Equal(ChatDesk.Channel, message.Place);
        Assert.StartsWith("message-", message.RepliesTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_is_asked_again_by_a_button()
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        var again = await _desk.PressAsync(Assert.Single(_desk.Told()), ButtonAction.AskAgain, user: "bob");

        Assert.NotEmpty(again.Part<SentencesPart>().Sentences);
    }

    [Theory]
    [InlineData("The  tram of Tarvik will cost 40 million crowns – the council said.")]
    [InlineData("The tram of Tarvik will cost 40m crowns, the Council said.")]
    [InlineData("The council said that the tram of Tarvik will cost 40 million crowns.")]
    public async Task A_change_that_says_the_same_is_not_told(string now)
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.TramSaying(now));
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task A_change_elsewhere_in_the_article_is_not_told()
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.Tram with { Title = "Another headline", Text = CorrectionDesk.Tram.Text.Replace("300", "500", StringComparison.Ordinal) });
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task A_passage_that_is_gone_is_told_as_gone_and_again_when_it_is_back()
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.TramSaying(""));
        await _desk.PassAsync(16);
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.Cost));
        await _desk.PassAsync(16);

        var cards = _desk.Told().Select(r => Assert.Single(r.Part<CorrectionPart>().Cards)).ToList();
        Assert.Equal([(CorrectionDesk.Cost, ""), ("", CorrectionDesk.Cost)], cards.Select(c => (c.Before, c.After)));
        Assert.Contains("no longer in the article", cards[0].What, StringComparison.Ordinal);
        Assert.Contains("stands in the article again", cards[1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_edits_within_an_hour_are_told_as_one()
    {
        await AskAsync();
        foreach (var crowns in new[] { "4", "5", "6", "7", "8" })
        {
            _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf(crowns)));
            await _desk.PassAsync(12);
        }

        await _desk.PassAsync(16);
        var card = Assert.Single(Assert.Single(_desk.Told()).Part<CorrectionPart>().Cards);
        Assert.Equal((CorrectionDesk.Cost, CorrectionDesk.CostOf("8")), (card.Before, card.After));
    }

    [Fact]
    public async Task An_article_that_never_rests_is_told_after_an_hour_and_each_time_against_what_was_told()
    {
        await AskAsync();
        for (var i = 10; i < 24; i++)
        {
            _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf($"{i}")));
            await _desk.PassAsync(10);
        }

        var cards = _desk.Told().Select(r => Assert.Single(r.Part<CorrectionPart>().Cards)).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Equal(cards[0].After, cards[1].Before);
    }

    [Fact]
    public async Task Corrections_that_had_to_wait_tell_what_is_so_now_and_once()
    {
        await AskAsync();
        foreach (var crowns in new[] { "50", "60" })
        {
            _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf(crowns)));
            await _desk.FollowAsync();
            _desk.Time.Advance(TimeSpan.FromMinutes(16));
            await _desk.Scheduling().TakeSettledAsync(default);
        }

        // Two workers may take them at a time, but not both of one place.
        var limits = new ConcurrencyLimits(9, 9);
        var lease = new Lease("other", _desk.Time.GetUtcNow(), _desk.Time.GetUtcNow().AddMinutes(1));
        var first = await _desk.Store.ClaimAsync(lease, limits, default);
        Assert.Null(await _desk.Store.ClaimAsync(lease with { Owner = "another" }, limits, default));
        await _desk.Store.ReleaseAsync(first!.Id, lease, _desk.Time.GetUtcNow(), default);
        await _desk.RunAsync();

        Assert.Equal(CorrectionDesk.CostOf("60"), Assert.Single(Assert.Single(_desk.Told()).Part<CorrectionPart>().Cards).After);
    }

    [Fact]
    public async Task Quiet_hours_hold_corrections_back_and_then_one_tells_all_that_changed()
    {
        await AskAsync();
        await _desk.SetAsync(new SettingsRequest(Quiet: "12:10-18:00", Zone: "UTC"));
        foreach (var crowns in new[] { "50", "60" })
        {
            _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf(crowns)));
            await _desk.PassAsync(30);
        }

        Assert.Empty(_desk.Told());
        await _desk.PassAsync(TimeSpan.FromHours(6).TotalMinutes);
        Assert.Equal(CorrectionDesk.CostOf("60"), Assert.Single(Assert.Single(_desk.Told()).Part<CorrectionPart>().Cards).After);
    }

    [Fact]
    public async Task A_change_that_is_taken_back_in_time_is_not_told()
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(5);
        _desk.Put(CorrectionDesk.Tram);
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task A_withdrawn_article_is_told_with_what_was_cited()
    {
        await AskAsync();
        _desk.Withdraw("tram");
        await _desk.PassAsync(16);
        await _desk.PassAsync(60);

        var card = Assert.Single(_desk.Told()).Part<CorrectionPart>().Cards.Single(c => c.Before == CorrectionDesk.Cost);
        Assert.Equal((CorrectionDesk.Tram.Title, "Coast Ledger", ""), (card.Source.Title, card.Source.Source, card.After));
        Assert.Contains("withdrawn", card.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_renamed_is_not_withdrawn()
    {
        await AskAsync();
        _desk.Withdraw("tram");
        _desk.Put(CorrectionDesk.Tram with { Id = ArticleId.Parse("moved/tram") });
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task Articles_that_go_all_at_a_time_are_told_to_nobody_but_the_log()
    {
        await AskAsync();
        _desk.Withdraw("tram");
        await _desk.PassAsync(1);
        _desk.Withdraw("bridge", "bridge-2");
        await _desk.PassAsync(16);
        await _desk.PassAsync(1);

        Assert.Empty(_desk.Told());
        Assert.Contains(_desk.Troubles, t => t.ToString().Contains("went at a time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disk_that_is_back_is_no_change()
    {
        await AskAsync();
        _desk.Withdraw("tram", "bridge", "bridge-2", "herring");
        await _desk.PassAsync(16);
        foreach (var article in new[] { CorrectionDesk.Tram, Harbour.Bridge, Harbour.BridgeElsewhere, Harbour.Herring }) _desk.Put(article);
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task More_articles_than_publishers_withdraw_at_a_time_are_a_moved_folder()
    {
        var more = Enumerable.Range(0, 60).Select(i => NewsDesk.Article($"n{i}", $"Note {i}", "2024-03-01", "Coast Courier", $"Note number {i} was written.")).ToArray();
        using var desk = await CorrectionDesk.MakeAsync(more);
        await desk.SayAsync(new AskRequest(CorrectionDesk.Question));
        desk.Withdraw([.. more.Take(CorrectionScheduler.MostWithdrawn).Select(a => a.Id.Value), "tram"]);
        await desk.PassAsync(16);

        Assert.Empty(desk.Told());
    }

    [Fact]
    public async Task Private_answers_are_not_corrected_but_in_direct_messages()
    {
        await _desk.SayAsync(new AskRequest(CorrectionDesk.Question, Private: true));
        await _desk.SayAsync(new AskRequest(CorrectionDesk.Question), place: Direct);
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        Assert.Equal(Direct, Assert.Single(_desk.Platform.Seen.Values, s => s.Message.Request is DueCorrection).Message.Place);
    }

    [Fact]
    public async Task A_thread_hears_of_a_change_once_and_each_answer_outside_of_one_by_itself()
    {
        await _desk.SayAsync(new AskRequest(CorrectionDesk.Question), place: Thread);
        await _desk.SayAsync(new AskRequest(CorrectionDesk.Question), user: "bob", place: Thread);
        await AskAsync();
        await _desk.SayAsync(new AskRequest(CorrectionDesk.Question), user: "bob");
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        var places = _desk.Platform.Seen.Values.Where(s => s.Message.Request is DueCorrection).Select(s => s.Message.Place.Thread);
        Assert.Equal(["", "", "t1"], places.Order());

        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("6")));
        await _desk.PassAsync(16);
        Assert.Equal(6, _desk.Told().Count);
        Assert.All(_desk.Told().TakeLast(3), r => Assert.Equal(CorrectionDesk.CostOf("5.4"), Assert.Single(r.Part<CorrectionPart>().Cards).Before));
    }

    [Fact]
    public async Task Of_many_answers_in_a_channel_the_newest_are_corrected()
    {
        for (var i = 0; i <= CorrectionScheduler.MostOfAPlace; i++) await _desk.SayAsync(new AskRequest(CorrectionDesk.Question), user: $"reader {i}");
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        var users = _desk.Platform.Seen.Values.Where(s => s.Message.Request is DueCorrection).Select(s => s.Message.User);
        Assert.Equal(Enumerable.Range(1, CorrectionScheduler.MostOfAPlace).Select(i => $"reader {i}"), users.Order());
    }

    [Fact]
    public async Task Answers_of_before_corrections_were_known_are_corrected_too()
    {
        await AskAsync();
        foreach (var sql in new[]
        {
            "DROP TABLE cited_articles", "DROP TABLE changed_articles", "DROP TABLE corrections", "DROP TABLE gap_report_slots", "DROP INDEX answers_at",
            "DELETE FROM SchemaVersions WHERE ScriptName LIKE '%008%'", "PRAGMA user_version = 7",
        })
        {
            await _desk.Database.UseAsync(() => _desk.Database.Number(sql), default);
        }

        _desk.Restart();
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        Assert.Single(_desk.Told());
    }

    [Fact]
    public async Task Nothing_is_said_of_what_the_channel_may_not_see()
    {
        await AskAsync();
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")) with { Collection = "secret" });
        await _desk.SetAsync(new SettingsRequest(Collections: ["default"]));
        await _desk.PassAsync(16);
        _desk.Withdraw("tram");
        await _desk.SetAsync(new SettingsRequest(Sources: ["Northern Post"]));
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task What_was_given_too_long_ago_is_left_alone()
    {
        await AskAsync();
        _desk.Time.Advance(TimeSpan.FromDays(CorrectionDesk.Options.Days));
        _desk.Put(CorrectionDesk.TramSaying(CorrectionDesk.CostOf("5.4")));
        await _desk.PassAsync(16);

        Assert.Empty(_desk.Told());
    }

    [Fact]
    public async Task A_digest_is_corrected_by_the_name_of_its_story()
    {
        _desk.Time.AdjustTime(new DateTimeOffset(2024, 3, 18, 20, 0, 0, TimeSpan.Zero));
        var digest = (await _desk.SayAsync(new DigestNowRequest())).Part<DigestPart>();
        var told = digest.Stories.SelectMany(s => s.Sentences.Select(t => (s.Headline, t.Text))).First(s => Harbour.Bridge.Text.Contains(s.Text, StringComparison.Ordinal));
        _desk.Put(Harbour.Bridge with { Text = Harbour.Bridge.Text.Replace("14 centimetres", "40 centimetres", StringComparison.Ordinal) });
        await _desk.PassAsync(16);

        var correction = Assert.Single(_desk.Told());
        var card = Assert.Single(correction.Part<CorrectionPart>().Cards);
        Assert.Equal((told.Headline, told.Text), (card.Story, card.Before));
        Assert.Contains("40 centimetres", card.After, StringComparison.Ordinal);
        Assert.Empty(correction.Buttons);
    }

    private Task<ChatReply> AskAsync() => _desk.SayAsync(new AskRequest(CorrectionDesk.Question));
}
