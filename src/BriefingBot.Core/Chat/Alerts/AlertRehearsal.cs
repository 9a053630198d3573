using BriefingBot.Chat.Replies;
using BriefingBot.Chat.Settings;
using BriefingBot.Percolation;
using BriefingBot.Retrieval;

namespace BriefingBot.Chat.Alerts;

/// <summary>Shows what an alert would have told lately, so that its wording can be judged before it speaks.</summary>
public sealed class AlertRehearsal(PassageRetriever retriever, ScopeReader scopes, AlertQueries queries, ChannelViews views, TimeProvider time)
{
    private const int Days = 30;
    private const int Shown = 8;

    internal async ValueTask<ReplyPart> ShowAsync(string wording, IReadOnlyList<string> sources, ChatPlace place, CancellationToken cancellation)
    {
        var view = await views.OfAsync(place, cancellation);
        var query = await queries.QueryAsync("", wording, view.Access, cancellation);
        if (!query.IsUsable) return new ErrorPart("That does not say what or whom to watch for. Name a person, a place or a topic.");
        var now = time.GetUtcNow();
        var question = new Question(wording, now, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Days), Sources: sources) { Access = view.Access, WordedPeriod = false };
        var found = await retriever.RetrieveAsync(question, await scopes.ReadAsync(question, cancellation), cancellation);
        var percolator = new Percolator([query]);
        var matching = found.Articles.Where(a => percolator.Match(a.Article).Count > 0).OrderByDescending(a => a.Article.Published?.Instant).ToList();
        if (matching.Count == 0) return new NoticePart($"In the last {Days} days, an alert on “{wording}” would have told of nothing.");
        var heading = matching.Count > Shown ? $"In the last {Days} days, an alert on “{wording}” would have told of these and {matching.Count - Shown} more:" : $"In the last {Days} days, an alert on “{wording}” would have told of:";
        return new ListPart(heading, [.. matching.Take(Shown).Select(a => ReplyWriter.Card(a.Article)).Select(c => new ListLine(c.Title, string.Join(", ", new[] { c.Source, c.Published }.Where(s => s.Length > 0))))]);
    }
}
