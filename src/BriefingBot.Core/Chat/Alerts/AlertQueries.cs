using BriefingBot.Articles;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Alerts;

/// <summary>Makes of alerts the queries that articles are put to, and keeps them as long as the alerts stay the same.</summary>
public sealed class AlertQueries(ScopeReader scopes, IPassageSearch search, TimeProvider time)
{
    /// <summary>How rare words are changes slowly.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private (string Of, DateTimeOffset Until, Percolator Percolator)? _kept;

    internal async ValueTask<StandingQuery> QueryAsync(string id, string wording, ArticleAccess access, CancellationToken cancellation) =>
        StandingQuery.Of(id, wording, await scopes.ReadAsync(new Question(wording, time.GetUtcNow()) { Access = access }, cancellation), search);

    internal async ValueTask<Percolator> PercolatorAsync(IReadOnlyList<(Alert Alert, ArticleAccess Access)> watched, CancellationToken cancellation)
    {
        var of = string.Join('\n', watched.Select(w => string.Join('\t', [w.Alert.Id, .. w.Access.Collections, "", .. w.Access.Sources])));
        if (_kept is { } kept && kept.Of == of && kept.Until > time.GetUtcNow()) return kept.Percolator;
        var queries = new List<StandingQuery>(watched.Count);
        foreach (var (alert, access) in watched) queries.Add(await QueryAsync(alert.Id, alert.Wording, access, cancellation));
        var percolator = new Percolator(queries);
        _kept = (of, time.GetUtcNow() + Kept, percolator);
        return percolator;
    }
}
