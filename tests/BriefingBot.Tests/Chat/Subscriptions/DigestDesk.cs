using BriefingBot.Chat;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Subscriptions;

/// <summary>A chat desk with two days of news, at six in the morning after the first.</summary>
internal static class DigestDesk
{
    public static readonly ChatPlace Direct = new("fake", "", "dm-ann");

    public static readonly DateTimeOffset Tuesday = new(2024, 3, 19, 6, 0, 0, TimeSpan.Zero);

    public static ChatDesk Make(ChatOptions? options = null)
    {
        var desk = new ChatDesk(options, [Strand.Bridge, Strand.BridgeElsewhere, Strand.Vote, Strand.BridgeNextDay, Strand.RoundUp]);
        desk.Time.AdjustTime(Tuesday);
        return desk;
    }

    /// <summary>Makes a subscription in the channel, as its administrator.</summary>
    public static async Task<string> SubscribeAsync(this ChatDesk desk, SubscribeRequest? request = null, ChatPlace? place = null)
    {
        var reply = await desk.SayAsync(desk.Message(request ?? new SubscribeRequest("08:00"), place: place) with { IsAdministrator = true });
        return Assert.Single(reply.Part<ListPart>().Lines).Name;
    }

    public static Task<ChatReply> ManageAsync(this ChatDesk desk, SubscriptionAction action, string id = "", string words = "") =>
        desk.SayAsync(desk.Message(new SubscriptionsRequest(action, id, words)) with { IsAdministrator = true });

    /// <summary>Lets time pass to an instant and does what is due then.</summary>
    public static async Task AtAsync(this ChatDesk desk, string utc)
    {
        desk.Time.AdjustTime(DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm", null, System.Globalization.DateTimeStyles.AssumeUniversal));
        await desk.Scheduler.TakeDueAsync(default);
        await desk.RunAsync();
    }

    /// <summary>The digests that came by themselves, in order.</summary>
    public static List<ChatReply> Digests(this ChatDesk desk) => [.. desk.Platform.Seen.Values.Where(s => s.Message.Request is DueDigest).Select(s => s.Reply)];

    public static string[] Headlines(this ChatReply digest) => [.. digest.Part<DigestPart>().Stories.Select(s => s.Headline)];
}
