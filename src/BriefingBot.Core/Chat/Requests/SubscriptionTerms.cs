using BriefingBot.Articles;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Subscriptions;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Requests;

/// <summary>What a person wrote about a digest; what is null stays as it is.</summary>
/// <param name="Zone">As it was understood.</param>
internal sealed record SubscriptionTerms(
    string? Time, string? Zone, string? Days, string? Topic, IReadOnlyList<string>? Sources, DigestLength? Length, bool? SilentWhenEmpty)
{
    private const int LongestTopic = 200;

    public static SubscriptionTerms Of(SubscribeRequest request, string zone) =>
        new(request.Time, zone, request.Days, request.Topic, request.Sources, request.Length, request.SilentWhenEmpty);

    public static SubscriptionTerms Of(EditSubscriptionRequest request, string? zone) =>
        new(request.Time, zone, request.Days, request.Topic, request.Sources, request.Length, request.SilentWhenEmpty);

    /// <summary>Whether they say anything.</summary>
    public bool IsChange => this != new SubscriptionTerms(null, null, null, null, null, null, null);

    /// <param name="subscription">What they are about.</param>
    /// <param name="known">The outlets that there are.</param>
    /// <param name="now">Slots before that are none of a schedule that changed: no change brings a digest at once.</param>
    /// <returns>The subscription as they say, or what the person is told instead.</returns>
    public (Subscription? Changed, string Problem) Apply(Subscription subscription, IReadOnlyList<SourceCount> known, DateTimeOffset now)
    {
        var schedule = subscription.Schedule;
        if ((Time is null ? schedule.Time : TimesOfDay.Read(Time)) is not { } time) return (null, $"I do not understand “{Time!.Trim()}” as a time of day. Write it like 08:00.");
        if ((Days is null ? schedule.Days : DayNames.Read(Days)) is not { } days) return (null, $"I do not understand “{Days!.Trim()}” as days. Write daily, weekdays, weekends, or days like mon, wed, fri.");
        var wanted = Sources?.Where(s => s.Trim().Length > 0).ToList();
        if (wanted?.Find(s => OutletNames.Matching(s, known).Count == 0) is { } unknown) return (null, OutletNames.Unknown(unknown, known));
        return (subscription with
        {
            Schedule = schedule with { Time = time, Zone = Zone ?? schedule.Zone, Days = days },
            Since = Time is null && Zone is null && Days is null ? subscription.Since : now,
            Topic = Topic is null ? subscription.Topic : TextSplitter.Fit(Topic.Trim(), LongestTopic),
            Sources = wanted is null ? subscription.Sources : [.. wanted.SelectMany(s => OutletNames.Matching(s, known)).Distinct(StringComparer.Ordinal)],
            Length = Length ?? subscription.Length,
            SilentWhenEmpty = SilentWhenEmpty ?? subscription.SilentWhenEmpty,
        }, "");
    }
}
