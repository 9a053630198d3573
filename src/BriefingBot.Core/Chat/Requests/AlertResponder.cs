using System.Globalization;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Answers;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;

namespace BriefingBot.Chat.Requests;

/// <summary>Makes, shows and changes a channel's alerts. Everybody sees and makes them; whoever made one, or administers the channel, changes it.</summary>
public sealed class AlertResponder(IAlertStore alerts, AlertQueries queries, AlertRehearsal rehearsal, ChannelViews views, AlertsOptions options)
{
    private const int LongestWording = 300;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public ValueTask<ComposedReply> MakeAsync(IncomingMessage message, AlertRequest request, CancellationToken cancellation) =>
        MakeAsync(message, message.Place, request.Topic, [], message.Request.IsPrivate, cancellation);

    /// <summary>From the button under a question that was not answered: for where the question was asked.</summary>
    internal ValueTask<ComposedReply> MakeAsync(IncomingMessage message, AnswerRecord unanswered, CancellationToken cancellation) =>
        MakeAsync(message, unanswered.Place, unanswered.Understood, unanswered.Scope.Sources, isPrivate: true, cancellation);

    internal async ValueTask<ComposedReply> MakeAsync(
        IncomingMessage message, ChatPlace place, string wording, IReadOnlyList<string> sources, bool isPrivate, CancellationToken cancellation)
    {
        var made = new Alert(Alert.NewId(), place, message.User, message.ReceivedAt, TextSplitter.Fit(ForeignText.Plain(wording), LongestWording)) { Sources = sources };
        var access = (await views.OfAsync(place, cancellation)).Access;
        if (!(await queries.QueryAsync(made.Id, made.Wording, access, cancellation)).IsUsable) return Refuse(isPrivate, "That does not say what or whom to watch for. Name a person, a place or a topic.");

        var here = await alerts.ListAsync(place, cancellation);
        if (here.FirstOrDefault(a => a.Place == place && a.Key == made.Key) is { } same) return Tell(isPrivate, $"There is such an alert here already: “{same.Wording}” ({same.Id}{(same.Paused ? ", paused; “alert resume” goes on with it" : "")}).");
        if (here.Count >= options.PerChannel) return Refuse(isPrivate, $"There are {here.Count} alerts here already, which is the most. “alert remove” ends one.");
        if (await alerts.CountAsync(place.Platform, message.User, cancellation) >= options.PerPerson) return Refuse(isPrivate, $"You have made {options.PerPerson} alerts, which is the most. End one with “alert remove” where it tells.");
        return Tell(isPrivate, $"I will tell you here when something arrives on “{made.Wording}”. This is alert {made.Id}; “alert list” shows it, “alert remove” ends it.") with { Alert = new AlertChange(made) };
    }

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, AlertsRequest request, CancellationToken cancellation)
    {
        var here = await alerts.ListAsync(message.Place, cancellation);
        if (request.Action == AlertAction.List) return List(here, message);
        if (request.Topic.Trim().Length > 0) return new ComposedReply(ChatReply.Of(true, await rehearsal.ShowAsync(request.Topic.Trim(), [], message.Place, cancellation)));
        var id = request.Id.Trim();
        var chosen = id.Length > 0 ? here.FirstOrDefault(a => a.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) : here.Count == 1 ? here[0] : null;
        if (chosen is null) return Refuse(true, here.Count == 0 ? "There is no alert here. “alert on” makes one." : $"Name one of the alerts here: {string.Join(", ", here.Select(a => a.Id))}.");
        return request.Action == AlertAction.Test
            ? new ComposedReply(ChatReply.Of(true, await rehearsal.ShowAsync(chosen.Wording, chosen.Sources, chosen.Place, cancellation)))
            : Change(message, chosen, request.Action);
    }

    /// <summary>From a button under what the alert told.</summary>
    internal async ValueTask<ComposedReply> ChangeAsync(IncomingMessage message, string id, AlertAction action, CancellationToken cancellation) =>
        await alerts.FindAsync(id, cancellation) is { } alert && alert.Place.Whole == message.Place.Whole ? Change(message, alert, action) : Tell(true, "This alert has ended already.");

    private static ComposedReply Change(IncomingMessage message, Alert alert, AlertAction action)
    {
        if (!MayChange(message, alert)) return Refuse(true, $"Only whoever made this alert, or may manage this channel, can change it: with “alert {action.ToString().ToLowerInvariant()} {alert.Id}”.");
        return action switch
        {
            AlertAction.Pause => Changed($"The alert on “{alert.Wording}” is paused. “alert resume” goes on with it.", alert with { Paused = true, MutedUntil = null }),
            AlertAction.Resume => Changed($"I watch for “{alert.Wording}” again.", alert with { Paused = false, MutedUntil = null }),
            AlertAction.Mute => Changed($"I say nothing on “{alert.Wording}” for a week, then what came meanwhile. “alert resume” ends that.", alert with { Paused = false, MutedUntil = message.ReceivedAt + Week }),
            _ => Tell(true, $"I no longer watch for “{alert.Wording}”.") with { Alert = new AlertChange(alert, Removed: true) },
        };
    }

    private static bool MayChange(IncomingMessage message, Alert alert) => message.IsAdministrator || message.User == alert.By || message.Place.Workspace.Length == 0;

    private static ComposedReply List(IReadOnlyList<Alert> here, IncomingMessage message) => here.Count == 0
        ? Tell(true, "There is no alert here. “alert on” makes one.")
        : new ComposedReply(ChatReply.Of(true, new ListPart("I watch here for:", [.. here.Select(a => new ListLine(a.Id, Line(a, message)))])));

    private static string Line(Alert alert, IncomingMessage message)
    {
        var parts = new[]
        {
            $"“{alert.Wording}”",
            alert.Sources.Count > 0 ? $"of {string.Join(", ", alert.Sources)}" : "",
            alert.Place.Thread.Length > 0 ? "in a thread" : "",
            alert.By == message.User ? "made by you" : "",
            alert.Paused ? "paused" : alert.MutedUntil is { } until && until > message.ReceivedAt ? string.Create(CultureInfo.InvariantCulture, $"muted until {until:d MMM yyyy HH:mm} UTC") : "",
        };
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private static ComposedReply Changed(string what, Alert alert) => Tell(true, what) with { Alert = new AlertChange(alert) };

    private static ComposedReply Tell(bool isPrivate, string what) => new(ChatReply.Of(isPrivate, new NoticePart(what)));

    private static ComposedReply Refuse(bool isPrivate, string why) => new(ChatReply.Of(isPrivate, new ErrorPart(why)));
}
