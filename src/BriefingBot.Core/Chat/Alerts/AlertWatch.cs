using BriefingBot.Articles;
using BriefingBot.Chat.ArticleChanges;
using BriefingBot.Chat.Settings;
using BriefingBot.Digests.Clustering;

namespace BriefingBot.Chat.Alerts;

/// <summary>Puts each article that arrives to all alerts, and notes which of them wait for it, as far as their channels may see it.</summary>
public sealed class AlertWatch(
    IArticleLibrary library, IAlertStore alerts, AlertQueries queries, ChannelViews views, AlertsOptions options, TimeProvider time) : IChangeObserver
{
    public async ValueTask<ChangeConsequences> ObserveAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellation)
    {
        var active = await alerts.ActiveAsync(cancellation);
        if (active.Count == 0) return ChangeConsequences.None;
        var articles = (await library.LoadAsync([.. changes.Select(c => c.Key).OfType<long>()], cancellation)).Where(IsNews).ToList();
        if (articles.Count == 0) return ChangeConsequences.None;

        var watched = new Dictionary<string, (Alert Alert, ArticleAccess Access)>(StringComparer.Ordinal);
        foreach (var alert in active) watched[alert.Id] = (alert, (await views.OfAsync(alert.Place, cancellation)).Access);
        var percolator = await queries.PercolatorAsync([.. watched.Values], cancellation);
        // Another version of what an alert waited for before is told where it belongs: with the story.
        var matched = await alerts.MatchedAsync([.. articles.Select(a => a.Article.Id)], cancellation);
        var now = time.GetUtcNow();
        return new ChangeConsequences([])
        {
            AlertMatches =
            [
                .. articles.OrderBy(a => a.Key).SelectMany(stored => percolator.Match(stored.Article)
                    .Where(query => Concerns(watched[query.Id], stored.Article) && !matched.Contains((query.Id, stored.Article.Id)))
                    .Select(query => new AlertMatch(query.Id, stored.Article.Id, stored.Key, now))),
            ],
        };
    }

    private static bool Concerns((Alert Alert, ArticleAccess Access) watched, Article article) =>
        watched.Access.Admits(article) && (watched.Alert.Sources.Count == 0 || watched.Alert.Sources.Contains(article.Source, StringComparer.Ordinal));

    /// <summary>Archives are indexed late, and what tells of many things is about none.</summary>
    private bool IsNews(StoredArticle stored) =>
        !RoundUp.Is(stored.Article.Title) && !(stored.Article.Published is { } published && stored.Ingested - published.Instant > TimeSpan.FromDays(options.OldestDays));
}
