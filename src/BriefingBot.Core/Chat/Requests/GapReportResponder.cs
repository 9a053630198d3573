using System.Globalization;
using BriefingBot.Chat.Feedback;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;

namespace BriefingBot.Chat.Requests;

/// <summary>
/// Reports what a workspace's people asked in vain. Nobody is named, and what was asked privately is counted but not quoted.
/// </summary>
public sealed class GapReportResponder(IGapReportStore store, GapReportOptions options)
{
    internal const string NotAllowed = "Only those who administer all of this place can see what was asked in its channels.";

    private const int MostShown = 15;
    private const int LongestQuestion = 150;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The week's report. A channel that was switched off meanwhile gets none.</summary>
    public async ValueTask<ComposedReply> DueAsync(IncomingMessage message, DueGapReport due, CancellationToken cancellation)
    {
        if ((await store.ChannelsAsync(cancellation)).All(c => c.Place != message.Place)) return new ComposedReply(ChatReply.Nothing);
        var report = await ReportAsync(message.Place, due.Since, due.Until, cancellation);
        return new ComposedReply(report.IsEmpty && !options.WhenEmpty ? ChatReply.Nothing : ChatReply.Of(false, [.. Parts(report, "last week")]));
    }

    public async ValueTask<ComposedReply> NowAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (!message.AdministersWorkspace) return new ComposedReply(ChatReply.Of(true, new ErrorPart(NotAllowed)));
        if (message.Place.Workspace.Length == 0) return new ComposedReply(ChatReply.Of(true, new ErrorPart("Ask for the gaps in a channel: direct messages belong to no workspace.")));
        return new ComposedReply(ChatReply.Of(true, [.. Parts(await ReportAsync(message.Place, message.ReceivedAt - Week, message.ReceivedAt, cancellation), "the last seven days")]));
    }

    private async ValueTask<GapReport> ReportAsync(ChatPlace place, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation) => GapReport.Of(
        await store.AskedAsync(place, since, until, cancellation), await store.AskedAsync(place, since - (until - since), since, cancellation));

    private static IEnumerable<ReplyPart> Parts(GapReport report, string when)
    {
        var counts = $"{Count(report.Week.Asked, "question")}, {Found(report.Week)}. The week before: {Count(report.Before.Asked, "question")}, {Found(report.Before)}.";
        if (report.IsEmpty)
        {
            yield return new NoticePart($"No gaps in {when}: {counts}");
            yield break;
        }

        yield return new ListPart($"Gaps of {when}: {counts}", [.. report.Gaps.Take(MostShown).Select(Line)]);
        string[] rest =
        [
            report.Gaps.Count > MostShown ? $"And {report.Gaps.Count - MostShown} more." : "",
            report.Unquoted > 0 ? $"{Count(report.Unquoted, "further question")} asked privately {(report.Unquoted == 1 ? "is" : "are")} counted but not quoted." : "",
            report.Ended > 0 ? $"{Count(report.Ended, "gap")} of the week before did not come up again." : "",
        ];
        if (string.Join(' ', rest.Where(r => r.Length > 0)) is { Length: > 0 } remark) yield return new ScopePart(remark);
    }

    private static ListLine Line(ReportedGap gap)
    {
        var parts = new[]
        {
            $"asked {gap.Counts.Asked}×",
            gap.Counts.Unanswered > 0 ? $"found nothing {gap.Counts.Unanswered}×" : "",
            gap.Counts.Wrong > 0 ? $"marked wrong {gap.Counts.Wrong}×" : "",
            gap.Before > 0 ? $"{gap.Before}× the week before" : "new",
        };
        return new ListLine(TextSplitter.Fit(gap.Question, LongestQuestion), string.Join(", ", parts.Where(p => p.Length > 0)));
    }

    private static string Found(GapCounts counts)
    {
        var share = counts.Asked > 0 && counts.Unanswered > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100.0 * counts.Unanswered / counts.Asked:0} %)") : "";
        return $"{counts.Unanswered} found nothing{share}, {counts.Wrong} marked wrong";
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
