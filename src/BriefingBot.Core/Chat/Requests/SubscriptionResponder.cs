using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Subscriptions;

namespace BriefingBot.Chat.Requests;

/// <summary>Makes, shows and changes a channel's subscriptions. Everybody sees them; in a channel, its administrators change them.</summary>
public sealed class SubscriptionResponder(ISubscriptionStore subscriptions, DigestResponder digests, ChannelViews views, IArticleLibrary library, ChatOptions options)
{
    private const int MostOfAChannel = 10;

    private const string NotAllowed = "Only those who may manage this channel can change the digests that come here. Write to me directly for a digest of your own.";

    public async ValueTask<ComposedReply> SubscribeAsync(IncomingMessage message, SubscribeRequest request, CancellationToken cancellation)
    {
        if (!MayChange(message)) return Refuse(NotAllowed);
        var view = await views.OfAsync(message.Place, cancellation);
        if (ZoneChoice.Of(request.Zone, view.Settings, message, options) is not { } zone) return Refuse(ZoneChoice.Unknown(request.Zone));
        if ((await subscriptions.ListAsync(message.Place, cancellation)).Count >= MostOfAChannel) return Refuse($"There are {MostOfAChannel} digests here already. End one with “digest unsubscribe”.");

        var blank = new Subscription(Subscription.NewId(), message.Place.Whole, message.User, message.ReceivedAt, new DigestSchedule(default, zone.Zone, []));
        var (made, problem) = SubscriptionTerms.Of(request, zone.Zone).Apply(blank, await KnownAsync(view, cancellation), message.ReceivedAt);
        return made is null ? Refuse(problem) : Changed(string.Join(' ', new[] { "A digest will come here.", zone.Remark, "“digest preview” shows what it would hold now." }.Where(s => s.Length > 0)), made, null, view.Settings, message);
    }

    /// <summary>What it has sent stays sent, and each local date keeps its one slot.</summary>
    public async ValueTask<ComposedReply> EditAsync(IncomingMessage message, EditSubscriptionRequest request, CancellationToken cancellation)
    {
        if (!MayChange(message)) return Refuse(NotAllowed);
        var (chosen, which) = Choose(await subscriptions.ListAsync(message.Place, cancellation), request.Id);
        if (chosen is null) return Refuse(which);
        var zone = request.Zone is null ? null : ZoneNames.Find(request.Zone);
        if (request.Zone is { } written && zone is null) return Refuse(ZoneChoice.Unknown(written));
        var terms = SubscriptionTerms.Of(request, zone);
        if (!terms.IsChange) return Refuse("Name what is to change: time, zone, days, topic, sources, length or silent.");

        var view = await views.OfAsync(message.Place, cancellation);
        var (edited, problem) = terms.Apply(chosen, await KnownAsync(view, cancellation), message.ReceivedAt);
        return edited is null ? Refuse(problem) : Changed("The digest is changed.", edited, await subscriptions.LastAsync(chosen.Id, cancellation), view.Settings, message);
    }

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, SubscriptionsRequest request, CancellationToken cancellation)
    {
        var all = await subscriptions.ListAsync(message.Place, cancellation);
        var channel = (await views.OfAsync(message.Place, cancellation)).Settings;
        if (request.Action == SubscriptionAction.List) return await ListAsync(all, channel, message, cancellation);
        var (chosen, which) = Choose(all, request.Id);
        if (chosen is null) return Refuse(which);
        var last = await subscriptions.LastAsync(chosen.Id, cancellation);
        return request.Action switch
        {
            SubscriptionAction.Preview => await PreviewAsync(message, chosen, last, channel, cancellation),
            SubscriptionAction.Why => Why(last, request.Words.Trim()),
            _ when !MayChange(message) => Refuse(NotAllowed),
            SubscriptionAction.Pause => Changed("The digest is paused. “digest resume” goes on with it.", chosen with { Paused = true }, last, channel, message),
            SubscriptionAction.Resume => Changed("The digest comes again.", chosen with { Paused = false, Since = message.ReceivedAt }, last, channel, message),
            _ => new ComposedReply(ChatReply.Of(true, new NoticePart($"The digest {chosen.Id} will not come any more."))) { Subscription = new SubscriptionChange(chosen, Removed: true) },
        };
    }

    private static bool MayChange(IncomingMessage message) => message.IsAdministrator || message.Place.Workspace.Length == 0;

    /// <summary>The one that is named, or the only one; else what the person is told.</summary>
    private static (Subscription? Chosen, string Problem) Choose(IReadOnlyList<Subscription> all, string named)
    {
        var id = named.Trim();
        var chosen = id.Length > 0 ? all.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) : all.Count == 1 ? all[0] : null;
        return (chosen, all.Count == 0 ? "No digest comes here. “digest subscribe” makes one." : $"Name one of the digests that come here: {string.Join(", ", all.Select(s => s.Id))}.");
    }

    private async ValueTask<IReadOnlyList<SourceCount>> KnownAsync(ChannelView view, CancellationToken cancellation) =>
        (await library.DescribeAsync(ArticleFilter.EverythingIn(view.Access), cancellation)).Sources;

    private static ComposedReply Changed(string what, Subscription changed, SlotOutcome? last, ChannelSettings channel, IncomingMessage message) =>
        new(ChatReply.Of(true, new ListPart(what, [SubscriptionText.Line(changed, last is null ? null : last with { Failed = 0, Dropped = false, IsOpen = false }, channel, message.ReceivedAt)])))
        {
            Subscription = new SubscriptionChange(changed),
        };

    private async ValueTask<ComposedReply> ListAsync(IReadOnlyList<Subscription> all, ChannelSettings channel, IncomingMessage message, CancellationToken cancellation)
    {
        if (all.Count == 0) return new ComposedReply(ChatReply.Of(true, new NoticePart("No digest comes here. “digest subscribe” makes one.")));
        var lines = new List<ListLine>();
        foreach (var subscription in all) lines.Add(SubscriptionText.Line(subscription, await subscriptions.LastAsync(subscription.Id, cancellation), channel, message.ReceivedAt));
        return new ComposedReply(ChatReply.Of(true, new ListPart("Digests that come here:", lines)));
    }

    private async ValueTask<ComposedReply> PreviewAsync(IncomingMessage message, Subscription subscription, SlotOutcome? last, ChannelSettings channel, CancellationToken cancellation)
    {
        var preview = await digests.PreviewAsync(message, subscription, cancellation);
        return SubscriptionText.Held(subscription, last, channel, message.ReceivedAt) is { Length: > 0 } held
            ? preview with { Reply = preview.Reply with { Parts = [new NoticePart(held), .. preview.Reply.Parts] } }
            : preview;
    }

    private static ComposedReply Why(SlotOutcome? last, string words)
    {
        if (last is null) return new ComposedReply(ChatReply.Of(true, new NoticePart("No digest has come here yet.")));
        var items = last.Items.Where(i => words.Length == 0 || i.Headline.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        var day = SubscriptionText.Day(last.Day);
        var heading = items.Count == 0 ? $"The digest of {day} looked at no such story." : $"Stories that the digest of {day} looked at:";
        return new ComposedReply(ChatReply.Of(true, new ListPart(heading, [.. items.Select(i => new ListLine(i.Headline, $"{(i.Told ? "told" : "left out")}: {i.Why}"))])));
    }

    private static ComposedReply Refuse(string why) => new(ChatReply.Of(true, new ErrorPart(why)));
}
