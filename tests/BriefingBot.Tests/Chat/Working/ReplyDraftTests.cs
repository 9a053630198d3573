using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Working;

namespace BriefingBot.Tests.Chat.Working;

public sealed class ReplyDraftTests : IDisposable
{
    private readonly ChatDesk _desk = new() { Platform = new FakePlatform { Forgets = true } };
    private Lease _lease = null!;

    public ReplyDraftTests() => _desk.Restart();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Text_is_shown_once_a_second_with_all_that_came_meanwhile()
    {
        var draft = await BeginAsync();

        foreach (var piece in new[] { "The ", "crack ", "was " }) await draft.WriteAsync(piece, default);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await draft.WriteAsync("long.", default);

        Assert.Equal([("The ", "The "), ("The crack was long.", "crack was long.")], _desk.Platform.Texts.Select(t => (t.Whole, t.Added)));
        Assert.Single(_desk.Platform.Posts);
    }

    [Fact]
    public async Task Text_that_came_too_soon_is_shown_by_the_next_refresh_and_progress_only_before_any_text()
    {
        var draft = await BeginAsync();
        await draft.WriteAsync("The ", default);
        await draft.WriteAsync("crack ", default);

        await draft.RefreshAsync(new ProgressPart("Searching"), default);
        Assert.Single(_desk.Platform.Texts);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await draft.RefreshAsync(new ProgressPart("Searching"), default);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await draft.RefreshAsync(new ProgressPart("Searching"), default);

        Assert.Equal(["The ", "crack "], _desk.Platform.Texts.Select(t => t.Added));
        Assert.Single(_desk.Platform.Posts);
    }

    [Fact]
    public async Task Text_takes_the_place_of_the_progress_and_waits_its_second()
    {
        var draft = await BeginAsync();

        await draft.ShowProgressAsync(new ProgressPart("Searching"), default);
        await draft.WriteAsync("The ", default);
        Assert.Empty(_desk.Platform.Texts);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await draft.WriteAsync("crack", default);

        Assert.Single(_desk.Platform.Posts);
        Assert.Equal("post-0", draft.Id);
        Assert.Equal("The crack", Assert.Single(_desk.Platform.Texts).Added);
    }

    [Fact]
    public async Task The_second_begins_when_the_platform_has_taken_the_change()
    {
        var draft = await BeginAsync();
        _desk.Platform.Reached = step => _desk.Time.Advance(TimeSpan.FromSeconds(step == "draft" ? 5 : 0));

        await draft.WriteAsync("The ", default);
        await draft.WriteAsync("crack", default);

        Assert.Equal("The ", Assert.Single(_desk.Platform.Texts).Whole);
    }

    [Fact]
    public async Task It_is_noted_before_and_after_it_is_sent()
    {
        var during = "";
        var draft = await BeginAsync();
        _desk.Platform.Reached = _ => during = NotedAsync().GetAwaiter().GetResult();

        await draft.WriteAsync("The", default);

        Assert.Equal("", during);
        Assert.Equal("post-0", await NotedAsync());
    }

    [Fact]
    public async Task What_a_dead_process_began_is_left_for_the_reply_to_replace()
    {
        await (await BeginAsync()).WriteAsync("The", default);
        await _desk.Worker.ReleaseLeftoversAsync(default);

        await (await ClaimAsync()).WriteAsync("An", default);

        Assert.Single(_desk.Platform.Texts);
        await _desk.Store.ReleaseAllAsync("", _desk.Time.GetUtcNow(), default);
        await _desk.RunAsync();
        Assert.Equal(("post-0", false), Assert.Single(_desk.Platform.Posts.Select(p => (p.Id, p.IsDraft))));
    }

    [Fact]
    public async Task After_one_that_failed_in_sending_nothing_more_is_shown()
    {
        var draft = await BeginAsync();
        _desk.Platform.Reached = step => _ = step == "drafted" ? throw new HttpRequestException() : 0;
        await Assert.ThrowsAsync<HttpRequestException>(() => draft.ShowProgressAsync(new ProgressPart("Searching"), default).AsTask());
        _desk.Platform.Reached = _ => { };
        _desk.Time.Advance(TimeSpan.FromSeconds(1));

        await draft.WriteAsync("The", default);

        Assert.Single(_desk.Platform.Posts);
        Assert.Equal("", await NotedAsync());
    }

    private async Task<ReplyDraft> BeginAsync()
    {
        await _desk.Inbox.AcceptAsync(_desk.Message(new AskRequest("How large was the crack in the Tarvik bridge?")), default);
        return await ClaimAsync();
    }

    private async Task<ReplyDraft> ClaimAsync()
    {
        await _desk.Store.ReleaseAllAsync("", _desk.Time.GetUtcNow(), default);
        _lease = new Lease("test", _desk.Time.GetUtcNow(), _desk.Time.GetUtcNow().AddMinutes(5));
        var entry = await _desk.Store.ClaimAsync(_lease, new ConcurrencyLimits(9, 9), default);
        return new ReplyDraft(_desk.Platform, _desk.Store, entry!, _lease, _desk.Time);
    }

    private async Task<string> NotedAsync()
    {
        await _desk.Store.ReleaseAllAsync("", _desk.Time.GetUtcNow(), default);
        return (await _desk.Store.ClaimAsync(_lease with { Now = _desk.Time.GetUtcNow() }, new ConcurrencyLimits(9, 9), default))!.Draft!;
    }
}
