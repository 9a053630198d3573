using BriefingBot.Articles;
using BriefingBot.Chat;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Requests;
using BriefingBot.Tests.Digests;

namespace BriefingBot.Tests.Chat.Alerts;

/// <summary>A chat desk that articles arrive at.</summary>
internal static class AlertDesk
{
    public static readonly ChatPlace Direct = new("fake", "", "dm-ann");

    public static Article Library { get; } = Strand.Vote;

    /// <summary>With an article that nobody waits for, and its changes seen to.</summary>
    public static async Task<ChatDesk> MakeAsync(AlertsOptions? options = null)
    {
        var desk = new ChatDesk(articles: [Library]) { AlertsOptions = options ?? new AlertsOptions() };
        desk.Restart();
        await desk.FollowAsync();
        return desk;
    }

    public static async Task FollowAsync(this ChatDesk desk)
    {
        while (await desk.Follower.FollowAsync(default))
        {
        }
    }

    /// <summary>Makes an alert and gives its id.</summary>
    public static async Task<string> WaitForAsync(this ChatDesk desk, string topic, string user = "ann", ChatPlace? place = null)
    {
        var reply = await desk.SayAsync(new AlertRequest(topic), user, place);
        Assert.StartsWith("I will tell you here", reply.Part<NoticePart>().Text, StringComparison.Ordinal);
        return (await desk.Alerts.ListAsync(place ?? ChatDesk.Channel, default))[^1].Id;
    }

    /// <summary>Articles arrive and indexing comes to rest; what is due is told.</summary>
    public static async Task ArriveAsync(this ChatDesk desk, params Article[] articles)
    {
        desk.Publish(articles);
        await desk.PassAsync(TimeSpan.Zero);
    }

    /// <summary>Lets time pass; what is due is told.</summary>
    public static async Task PassAsync(this ChatDesk desk, TimeSpan time)
    {
        await desk.FollowAsync();
        desk.Time.Advance(time);
        await desk.AlertScheduler.TakeDueAsync(default);
        desk.Time.Advance(AlertScheduler.Settled);
        await desk.AlertScheduler.TakeDueAsync(default);
        await desk.RunAsync();
    }

    /// <summary>What alerts told by themselves, in order.</summary>
    public static List<ChatReply> Told(this ChatDesk desk) => [.. desk.Platform.Seen.Values.Where(s => s.Message.Request is DueAlert).Select(s => s.Reply)];

    public static string[] Headlines(this ChatReply reply) => [.. reply.Part<DigestPart>().Stories.Select(s => s.Headline)];

    public static Task<ChatReply> ManageAsync(this ChatDesk desk, AlertAction action, string id = "", string user = "ann", bool administrator = false, string topic = "") =>
        desk.SayAsync(desk.Message(new AlertsRequest(action, id, topic), user) with { IsAdministrator = administrator });
}
