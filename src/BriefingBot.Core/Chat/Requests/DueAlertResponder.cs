using BriefingBot.Articles;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Digests;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Requests;

/// <summary>Tells what an alert has found: as stories, each once, within what its channel may see now.</summary>
public sealed class DueAlertResponder(IArticleLibrary library, IPassageSearch search, IAlertStore alerts, AlertQueries queries, ChannelViews views)
{
    /// <summary>Articles of a bundle that are read, the newest first; the others are counted.</summary>
    private const int MostRead = 200;

    /// <summary>How long what was told is not told again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public async ValueTask<ComposedReply> RespondAsync(IncomingMessage message, DueAlert due, CancellationToken cancellation)
    {
        // It may have been paused or ended since the bundle was taken.
        if (await alerts.FindAsync(due.Alert, cancellation) is not { Paused: false } alert) return new ComposedReply(ChatReply.Nothing);
        var access = (await views.OfAsync(alert.Place, cancellation)).Access;
        var query = await queries.QueryAsync(alert.Id, alert.Wording, access, cancellation);
        var matches = await alerts.BundleAsync(alert.Id, due.Bundle, cancellation);
        var found = await FoundAsync(alert, query, access, matches, cancellation);
        var sent = await alerts.SentAsync(alert.Id, message.ReceivedAt - Remembered, cancellation);
        var stories = new AlertStories(search).Of(found, await ToldAsync(sent, access, cancellation), sent);

        var writer = new AlertWriter(search, new Question(alert.Wording, message.ReceivedAt) { Access = access }, query, await ScopeAsync(access, message, cancellation), found);
        var limits = DigestLimits.Of(DigestLength.Brief);
        var told = stories.Select(writer.Write).OfType<DigestStory>().Take(limits.Stories).ToList();
        var more = stories.Count - told.Count + Math.Max(0, matches.Count - MostRead);
        var composed = told.Count == 0 ? new ComposedReply(ChatReply.Nothing) : AlertComposer.Compose(message, alert, told, more);
        return composed with
        {
            AlertBundle = new ComposedAlert(alert.Id, due.Bundle, message.ReceivedAt, [.. told.Select(s => SentStory.Of(s, message.ReceivedAt, sent.Stories.FirstOrDefault(old => old.Id == s.Id)))]),
        };
    }

    /// <summary>The articles as they are now, as far as they may still be seen; of one that was changed, only what still matches.</summary>
    private async ValueTask<IReadOnlyList<StoredArticle>> FoundAsync(Alert alert, StandingQuery query, ArticleAccess access, IReadOnlyList<AlertMatch> matches, CancellationToken cancellation)
    {
        var (found, percolator) = (new List<StoredArticle>(), new Percolator([query]));
        foreach (var match in matches.Take(MostRead))
        {
            if (await library.FindAsync(match.Article, cancellation) is not { } stored || !access.Admits(stored.Article)) continue;
            if (alert.Sources.Count > 0 && !alert.Sources.Contains(stored.Article.Source, StringComparer.Ordinal)) continue;
            if (stored.Key == match.Key || percolator.Match(stored.Article).Count > 0) found.Add(stored);
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<StoredArticle>> ToldAsync(SentStories sent, ArticleAccess access, CancellationToken cancellation)
    {
        var told = new List<StoredArticle>();
        foreach (var id in sent.Stories.OrderByDescending(s => s.Until).SelectMany(s => s.Articles).Select(a => a.Id).Distinct().Take(MostRead))
        {
            if (await library.FindAsync(id, cancellation) is { } stored && access.Admits(stored.Article)) told.Add(stored);
        }

        return told;
    }

    private async ValueTask<SearchScope> ScopeAsync(ArticleAccess access, IncomingMessage message, CancellationToken cancellation)
    {
        var everything = ArticleFilter.EverythingIn(access);
        return new SearchScope(everything, message.ReceivedAt, await library.DescribeAsync(everything, cancellation), "");
    }
}
