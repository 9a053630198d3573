using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Chat.Uploads;

namespace BriefingBot.Chat.Requests;

/// <summary>
/// Shows and changes a channel's settings, for its administrators only: the names of collections are not for everybody. In a
/// direct message, when they are left in peace is for the person to say.
/// </summary>
public sealed class SettingsResponder(IArticleLibrary library, ChannelViews views, ChatOptions options)
{
    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, SettingsRequest request, CancellationToken cancellation)
    {
        var timesOnly = !message.IsAdministrator;
        if (timesOnly && (message.Place.Workspace.Length > 0 || request.IsChangeOfAnswers)) return Refuse("Only those who may manage this channel can see and change its settings.");
        var view = await views.OfAsync(message.Place, cancellation);
        if (!request.IsChange) return new ComposedReply(ChatReply.Of(true, Show(view.Settings, view, timesOnly)));

        var held = await library.DescribeAsync(ArticleFilter.Everything, cancellation);
        var collections = Known(request.Collections, held.Collections.Select(c => c.Collection), out var unknownCollection);
        if (unknownCollection is not null) return Refuse($"There is no collection “{unknownCollection}”. There are {string.Join(", ", held.Collections.Select(c => c.Collection))}.");
        var sources = Known(request.Sources, held.Sources.Select(s => s.Source), out var unknownSource);
        if (unknownSource is not null) return Refuse($"There are no articles of “{unknownSource}”. The command “sources” lists outlets.");
        if (request.Sentences is < 0 or > AnswerOptions.MostSentences) return Refuse($"An answer has from 1 to {AnswerOptions.MostSentences} sentences; 0 takes the configured number.");

        var ingest = Known(request.Ingest, held);
        if (ingest is { Length: > 0 } && !CollectionName.IsFit(ingest)) return Refuse(CollectionName.Rule);
        if (request.Gaps == true && !message.AdministersWorkspace) return Refuse(GapReportResponder.NotAllowed);
        if (request.Gaps == true && message.Place.Workspace.Length == 0) return Refuse("The gap report comes to a channel. Say so there.");
        var times = ChannelTimes.Read(request, view.Settings, message, options);
        if (times.Problem.Length > 0) return Refuse(times.Problem);

        var changed = times.Settings with
        {
            Collections = collections ?? view.Settings.Collections,
            Sources = sources ?? view.Settings.Sources,
            Sentences = request.Sentences ?? view.Settings.Sentences,
            FollowUps = request.FollowUps ?? view.Settings.FollowUps,
            Ingest = ingest ?? view.Settings.Ingest,
            GapReportSince = request.Gaps switch { true => view.Settings.GapReportSince ?? message.ReceivedAt, false => null, null => view.Settings.GapReportSince },
        };
        return new ComposedReply(ChatReply.Of(true, new NoticePart($"The settings of this channel are changed. {times.Remark}".TrimEnd()), Show(changed, view, timesOnly)))
        {
            Settings = new SettingsChange(message.Place.Whole, changed, message.User, message.ReceivedAt),
        };
    }

    /// <summary>The names as stored, whatever case they were written in.</summary>
    private static List<string>? Known(IReadOnlyList<string>? wanted, IEnumerable<string> held, out string? unknown)
    {
        unknown = null;
        if (wanted is null) return null;
        var (names, known) = (held.ToList(), new List<string>());
        foreach (var name in wanted.Select(w => w.Trim()).Where(w => w.Length > 0))
        {
            var matches = names.Where(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (matches.Count == 0) unknown ??= name;
            known.AddRange(matches);
        }

        return [.. known.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A collection to put articles into may be a new one.</summary>
    private static string? Known(string? ingest, LibraryContents held) =>
        held.Collections.Select(c => c.Collection).FirstOrDefault(name => string.Equals(name, ingest?.Trim(), StringComparison.OrdinalIgnoreCase)) ?? ingest?.Trim();

    private SettingsPart Show(ChannelSettings settings, ChannelView view, bool timesOnly) => new(timesOnly ? Times(settings) :
    [
        new SettingLine("collections", Names(settings.Collections, "as configured"), "What this channel and its threads may see."),
        new SettingLine("sources", Names(settings.Sources, "all"), "Outlets that this channel may see."),
        new SettingLine("sentences", (settings.Sentences > 0 ? settings.Sentences : view.Length.MaxSentences).ToString(CultureInfo.InvariantCulture), "Sentences of an answer."),
        new SettingLine("follow-ups", settings.FollowUps ? "on" : "off", "Whether messages in a thread of mine are answered without a mention."),
        new SettingLine("ingest", settings.Ingest.Length > 0 ? settings.Ingest : "off", "The collection that files and links go to which administrators drop here."),
        new SettingLine("gaps", settings.GapReportSince is null ? "off" : "on", "Whether the week's questions without a good answer are reported here."),
        .. Times(settings),
    ]);

    private SettingLine[] Times(ChannelSettings settings) =>
    [
        new SettingLine("quiet", settings.Quiet?.ToString() ?? SettingsRequest.Off, "Hours in which I say nothing unasked: digests, corrections and reports wait until they end."),
        new SettingLine("zone", settings.Zone.Length > 0 ? settings.Zone : $"{options.Zone}, as configured", "Time zone of quiet hours, and of digests for which none is named."),
    ];

    private static string Names(IReadOnlyList<string> names, string none) => names.Count == 0 ? none : string.Join(", ", names);

    private static ComposedReply Refuse(string why) => new(ChatReply.Of(true, new ErrorPart(why)));
}
