using BriefingBot.Chat;
using BriefingBot.Chat.Delivery;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Working;

namespace BriefingBot.Tests.Chat.Working;

public sealed class ChatWorkerTests : IDisposable
{
    private static readonly AskRequest Crack = new("How large was the crack in the Tarvik bridge?");

    private readonly ChatDesk _desk = new(new ChatOptions { Concurrency = 3, ConcurrencyPerUser = 3 });

    [Fact]
    public void Trouble_is_told_in_one_line()
    {
        Assert.Equal("Discord is away (discord:message:1)", new ChatTrouble("discord:message:1", "Discord is away", new InvalidOperationException("x")).ToString());
        Assert.Equal("The inbox cannot be read", new ChatTrouble("", "The inbox cannot be read").ToString());
    }

    [Fact]
    public async Task A_failed_delivery_is_tried_again_later_with_the_same_reply_and_key()
    {
        var attempts = new List<ReplyDelivery>();
        _desk.Platform.Refuses = delivery =>
        {
            attempts.Add(delivery);
            return attempts.Count < 3 ? DeliveryResult.Later("500", TimeSpan.FromSeconds(attempts.Count == 1 ? 30 : 0)) : null;
        };
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack), default);

        await _desk.RunAsync();
        Assert.Single(attempts);
        _desk.Time.Advance(TimeSpan.FromSeconds(29));
        await _desk.RunAsync();
        Assert.Single(attempts);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.RunAsync();
        _desk.Time.Advance(TimeSpan.FromSeconds(4));
        await _desk.RunAsync();

        Assert.Equal(3, attempts.Count);
        Assert.Single(attempts.Select(a => a.KeyOf(0)).Distinct());
        Assert.InRange(attempts[0].KeyOf(99).Length, 1, 25);
        Assert.Single(_desk.Platform.Seen);
    }

    [Fact]
    public async Task A_reply_that_can_never_be_delivered_is_dropped_with_a_record()
    {
        _desk.Platform.Refuses = _ => DeliveryResult.Impossible("the channel is gone");
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack), default);

        await _desk.RunAsync();

        Assert.Contains("the channel is gone", Assert.Single(_desk.Troubles).What, StringComparison.Ordinal);
        Assert.Null(await _desk.Store.NextDueAsync(_desk.Time.GetUtcNow(), default));
    }

    [Fact]
    public async Task A_reply_that_is_not_delivered_for_long_is_given_up()
    {
        _desk.Platform.Refuses = _ => DeliveryResult.Later("down", TimeSpan.FromHours(25));
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack), default);
        await _desk.RunAsync();

        _desk.Time.Advance(TimeSpan.FromHours(25));
        await _desk.RunAsync();

        Assert.Contains("dropped: not delivered for 24 hours: down", _desk.Troubles[^1].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, DeliveryRoute.PlaceMessage, DeliveryRoute.PlaceMessage)]
    [InlineData(false, null, null)]
    [InlineData(true, DeliveryRoute.PlaceMessage, null)]
    [InlineData(true, DeliveryRoute.DirectMessage, DeliveryRoute.DirectMessage)]
    public async Task A_late_reply_takes_another_way_if_there_is_one_that_keeps_it_private(bool isPrivate, DeliveryRoute? late, DeliveryRoute? taken)
    {
        _desk.Platform.Late = late;
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack with { Private = isPrivate }) with { Payload = "token", PayloadExpires = NewsDesk.Now.AddMinutes(15) }, default);
        _desk.Time.Advance(TimeSpan.FromMinutes(16));

        await _desk.RunAsync();

        Assert.Equal(taken, _desk.Platform.Seen.Values.Select(s => (DeliveryRoute?)s.Route).SingleOrDefault());
        if (taken is null) Assert.Contains("too late", Assert.Single(_desk.Troubles).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_that_the_platform_refuses_is_not_used_again()
    {
        _desk.Platform.Late = DeliveryRoute.PlaceMessage;
        _desk.Platform.Refuses = delivery => delivery.Route == DeliveryRoute.Reply ? DeliveryResult.PayloadExpired : null;
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack) with { Payload = "token", PayloadExpires = NewsDesk.Now.AddMinutes(15) }, default);

        await _desk.RunAsync();

        Assert.Equal(DeliveryRoute.PlaceMessage, Assert.Single(_desk.Platform.Seen.Values).Route);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_composed_ends_in_an_apology()
    {
        await _desk.Inbox.AcceptAsync(_desk.Message(new AskRequest("What happened on Monday?")) with { ReceivedAt = new DateTimeOffset(1700, 1, 1, 0, 0, 0, TimeSpan.Zero) }, default);

        for (var i = 0; i < _desk.Options.MaxAttempts; i++)
        {
            await _desk.RunAsync();
            _desk.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("went wrong", Assert.Single(_desk.Platform.Seen.Values).Reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_kills_the_process_again_and_again_ends_in_an_apology()
    {
        await _desk.Inbox.AcceptAsync(_desk.Message(Crack), default);
        for (var i = 0; i < _desk.Options.MaxAttempts; i++)
        {
            var now = _desk.Time.GetUtcNow();
            Assert.NotNull(await _desk.Store.ClaimAsync(new Lease($"dead/{i}", now, now.AddMinutes(2)), new ConcurrencyLimits(1, 1), default));
            _desk.Time.Advance(TimeSpan.FromMinutes(3));
        }

        await _desk.RunAsync();

        Assert.Contains("went wrong", Assert.Single(_desk.Platform.Seen.Values).Reply.Part<ErrorPart>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_goes_on_side_by_side_within_the_limits_and_stops_cleanly()
    {
        var (started, release) = (new SemaphoreSlim(0), new TaskCompletionSource());
        var (running, most, mostOfChannel) = (new List<string>(), 0, 0);
        _desk.Platform.Holds = async (delivery, cancellation) =>
        {
            lock (running)
            {
                running.Add(delivery.Message.Place.Channel);
                (most, mostOfChannel) = (Math.Max(most, running.Count), Math.Max(mostOfChannel, running.GroupBy(c => c).Max(g => g.Count())));
            }

            started.Release();
            await release.Task.WaitAsync(cancellation);
            lock (running) running.Remove(delivery.Message.Place.Channel);
        };
        using var stop = new CancellationTokenSource();
        var work = _desk.Worker.RunAsync(stop.Token);
        for (var i = 0; i < 8; i++)
        {
            var place = new ChatPlace("fake", "town", i < 6 ? "busy" : "quiet");
            Assert.Equal(Acceptance.Accepted, await _desk.Inbox.AcceptAsync(_desk.Message(Crack, $"user-{i}", place), default));
        }

        for (var i = 0; i < 3; i++) Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(30)));
        release.SetResult();
        for (var i = 0; i < 5; i++) Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(30)));
        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(8, _desk.Platform.Seen.Count);
        Assert.Equal((3, 2), (most, mostOfChannel));
    }

    [Fact]
    public async Task What_cannot_be_finished_at_the_stop_is_given_back()
    {
        using var desk = new ChatDesk(new ChatOptions { ShutdownSeconds = 0 });
        var started = new SemaphoreSlim(0);
        desk.Platform.Holds = async (_, cancellation) =>
        {
            started.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        };
        using var stop = new CancellationTokenSource();
        var work = desk.Worker.RunAsync(stop.Token);
        await desk.Inbox.AcceptAsync(desk.Message(Crack), default);
        Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(30)));

        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromSeconds(30));

        var now = desk.Time.GetUtcNow();
        Assert.NotNull((await desk.Store.ClaimAsync(new Lease("next/1", now, now.AddMinutes(2)), new ConcurrencyLimits(1, 1), default))?.Reply);
    }

    public void Dispose() => _desk.Dispose();
}
