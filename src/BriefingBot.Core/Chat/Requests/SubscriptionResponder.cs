using System.Globalization;
using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Requests;

/// <summary>Makes, shows and changes a channel's subscriptions. Everybody sees them; in a channel, its administrators change them.</summary>
public sealed class SubscriptionResponder(ISubscriptionStore subscriptions, DigestResponder digests, ChannelViews views, IArticleLibrary library)
{
    private const int MostOfAChannel = 10;
    private const int LongestTopic = 200;

    /// <summary>Deliveries that fail before the list tells of it.</summary>
    private const int FailuresTold = 3;

    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H.mm", "%H", "h:mmtt", "htt", "h:mm tt", "h tt"];

    public async ValueTask<ComposedReply> SubscribeAsync(IncomingMessage message, SubscribeRequest request, CancellationToken cancellation)
    {
        if (!MayChange(message)) return Refuse(NotAllowed);
        if (!TimeOnly.TryParseExact(request.Time.Trim().ToUpperInvariant(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return Refuse($"I do not understand “{request.Time.Trim()}” as a time of day. Write it like 08:00.");
        if ((request.Zone.Trim().Length == 0 ? "UTC" : ZoneNames.Find(request.Zone)) is not { } zone) return Refuse($"I do not know the time zone “{request.Zone.Trim()}”. Write it like Europe/Berlin or America/New_York.");
        if (DayNames.Read(request.Days) is not { } days) return Refuse($"I do not understand “{request.Days.Trim()}” as days. Write daily, weekdays, weekends, or days like mon, wed, fri.");
        if ((await subscriptions.ListAsync(message.Place, cancellation)).Count >= MostOfAChannel) return Refuse($"There are {MostOfAChannel} digests here already. End one with “digest unsubscribe”.");

        var known = await KnownAsync(message, cancellation);
        var wanted = (request.Sources ?? []).Where(s => s.Trim().Length > 0).ToList();
        if (wanted.Find(s => OutletNames.Matching(s, known).Count == 0) is { } unknown) return Refuse(OutletNames.Unknown(unknown, known));
        var made = new Subscription(Subscription.NewId(), message.Place.Whole, message.User, message.ReceivedAt, new DigestSchedule(time, zone, days))
        {
            Topic = TextSplitter.Fit(request.Topic.Trim(), LongestTopic),
            Sources = [.. wanted.SelectMany(s => OutletNames.Matching(s, known)).Distinct(StringComparer.Ordinal)],
            Length = request.Length,
            SilentWhenEmpty = request.SilentWhenEmpty,
        };
        return Changed("A digest will come here. “digest preview” shows what it would hold now.", made, message);
    }

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, SubscriptionsRequest request, CancellationToken cancellation)
    {
        var all = await subscriptions.ListAsync(message.Place, cancellation);
        if (request.Action == SubscriptionAction.List) return await ListAsync(all, message, cancellation);
        var id = request.Id.Trim();
        var chosen = id.Length > 0 ? all.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) : all.Count == 1 ? all[0] : null;
        if (chosen is null) return Refuse(all.Count == 0 ? "No digest comes here. “digest subscribe” makes one." : $"Name one of the digests that come here: {string.Join(", ", all.Select(s => s.Id))}.");
        return request.Action switch
        {
            SubscriptionAction.Preview => await digests.PreviewAsync(message, chosen, cancellation),
            SubscriptionAction.Why => await WhyAsync(chosen, request.Words.Trim(), cancellation),
            _ when !MayChange(message) => Refuse(NotAllowed),
            SubscriptionAction.Pause => Changed("The digest is paused. “digest resume” goes on with it.", chosen with { Paused = true }, message),
            SubscriptionAction.Resume => Changed("The digest comes again.", chosen with { Paused = false, Since = message.ReceivedAt }, message),
            _ => new ComposedReply(ChatReply.Of(true, new NoticePart($"The digest {chosen.Id} will not come any more."))) { Subscription = new SubscriptionChange(chosen, Removed: true) },
        };
    }

    private const string NotAllowed = "Only those who may manage this channel can change the digests that come here. Write to me directly for a digest of your own.";

    private static bool MayChange(IncomingMessage message) => message.IsAdministrator || message.Place.Workspace.Length == 0;

    private async ValueTask<IReadOnlyList<SourceCount>> KnownAsync(IncomingMessage message, CancellationToken cancellation) =>
        (await library.DescribeAsync(ArticleFilter.EverythingIn((await views.OfAsync(message.Place, cancellation)).Access), cancellation)).Sources;

    private static ComposedReply Changed(string what, Subscription changed, IncomingMessage message) =>
        new(ChatReply.Of(true, new ListPart(what, [Line(changed, message.ReceivedAt, "")]))) { Subscription = new SubscriptionChange(changed) };

    private async ValueTask<ComposedReply> ListAsync(IReadOnlyList<Subscription> all, IncomingMessage message, CancellationToken cancellation)
    {
        if (all.Count == 0) return new ComposedReply(ChatReply.Of(true, new NoticePart("No digest comes here. “digest subscribe” makes one.")));
        var lines = new List<ListLine>();
        foreach (var subscription in all) lines.Add(Line(subscription, message.ReceivedAt, Trouble(await subscriptions.LastAsync(subscription.Id, cancellation))));
        return new ComposedReply(ChatReply.Of(true, new ListPart("Digests that come here:", lines)));
    }

    private static string Trouble(SlotOutcome? last) => last switch
    {
        { Dropped: true } => $" ⚠️ The digest of {Day(last.Day)} was not delivered: {last.Reason}",
        { Failed: >= FailuresTold } => $" ⚠️ The digest of {Day(last.Day)} could not be delivered {last.Failed} times: {last.Reason}",
        _ => "",
    };

    private static ListLine Line(Subscription subscription, DateTimeOffset now, string trouble)
    {
        var next = subscription.Schedule.Next(now).Due;
        var parts = new[]
        {
            subscription.Schedule.ToString(),
            subscription.Topic.Length > 0 ? $"on “{subscription.Topic}”" : "on everything",
            subscription.Sources.Count > 0 ? $"of {string.Join(", ", subscription.Sources)}" : "",
            subscription.Length.ToString().ToLowerInvariant(),
            subscription.SilentWhenEmpty ? "silent when nothing is new" : "",
            subscription.Paused ? "paused" : string.Create(CultureInfo.InvariantCulture, $"next {next:d MMM yyyy HH:mm} UTC"),
        };
        return new ListLine(subscription.Id, $"{string.Join("; ", parts.Where(p => p.Length > 0))}.{trouble}");
    }

    private async ValueTask<ComposedReply> WhyAsync(Subscription subscription, string words, CancellationToken cancellation)
    {
        if (await subscriptions.LastAsync(subscription.Id, cancellation) is not { } last) return new ComposedReply(ChatReply.Of(true, new NoticePart("No digest has come here yet.")));
        var items = last.Items.Where(i => words.Length == 0 || i.Headline.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        var heading = items.Count == 0 ? $"The digest of {Day(last.Day)} looked at no such story." : $"Stories that the digest of {Day(last.Day)} looked at:";
        return new ComposedReply(ChatReply.Of(true, new ListPart(heading, [.. items.Select(i => new ListLine(i.Headline, $"{(i.Told ? "told" : "left out")}: {i.Why}"))])));
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static ComposedReply Refuse(string why) => new(ChatReply.Of(true, new ErrorPart(why)));
}
