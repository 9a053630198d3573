using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.SqliteStore.Chat;
using BriefingBot.Tests.Chat;

namespace BriefingBot.Tests.SqliteStore;

public sealed class ChatRetentionTests : IDisposable
{
    private static readonly AskRequest Question = new("What did the repairs to the storm wall cost?");

    private readonly ChatDesk _desk = new(new ChatOptions { KeepDays = 30, MaxPerUserAndMinute = 1000 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ChatRetention Retention => new(_desk.Database, _desk.Options, _desk.Time);

    [Fact]
    public async Task What_is_over_and_older_than_the_days_configured_is_forgotten_with_its_buttons_and_feedback()
    {
        var old = await _desk.SayAsync(Question);
        await _desk.SayAsync(new ButtonPress(old.Buttons.Single(b => b.Label == "Helpful").Id));
        _desk.Time.Advance(TimeSpan.FromDays(31));
        var young = await _desk.SayAsync(Question);

        Assert.Equal(2, await Retention.ForgetAsync(Cancellation));

        Assert.Null(await _desk.Answers.FindButtonAsync(old.Buttons[0].Id, Cancellation));
        Assert.NotNull(await _desk.Answers.FindButtonAsync(young.Buttons[0].Id, Cancellation));
        Assert.Equal(0, await Retention.ForgetAsync(Cancellation));
    }

    [Fact]
    public async Task What_was_cited_and_told_of_it_is_forgotten_with_the_answer()
    {
        await _desk.SayAsync(new AskRequest("How much did the herring catch in Tarvik fall?"));
        var corrections = new SqliteCorrectionStore(_desk.Database);
        var cited = new[] { ArticleId.Parse("herring") };
        Assert.Single(await corrections.CitingAsync(cited, DateTimeOffset.MinValue, Cancellation));
        _desk.Time.Advance(TimeSpan.FromDays(31));

        await Retention.ForgetAsync(Cancellation);

        Assert.Empty(await corrections.CitingAsync(cited, DateTimeOffset.MinValue, Cancellation));
    }

    [Fact]
    public async Task What_still_waits_is_kept_however_old_it_is()
    {
        Assert.Equal(Acceptance.Accepted, await _desk.Inbox.AcceptAsync(_desk.Message(Question), Cancellation));
        _desk.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(0, await Retention.ForgetAsync(Cancellation));
        await _desk.RunAsync();
        Assert.Single(_desk.Platform.Seen);
    }

    [Fact]
    public async Task More_than_one_batch_is_forgotten_in_one_go()
    {
        for (var i = 0; i < 250; i++) await _desk.SayAsync(new HelpRequest());
        _desk.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(250, await Retention.ForgetAsync(Cancellation));
    }

    public void Dispose() => _desk.Dispose();
}
