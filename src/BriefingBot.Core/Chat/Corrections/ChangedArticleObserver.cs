using BriefingBot.Articles;
using BriefingBot.Chat.ArticleChanges;

namespace BriefingBot.Chat.Corrections;

/// <summary>
/// Notes which articles changed or went. Nothing is told yet: an article may be edited again, or be back soon.
/// </summary>
public sealed class ChangedArticleObserver(CorrectionOptions options, TimeProvider time) : IChangeObserver
{
    public ValueTask<ChangeConsequences> ObserveAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return ValueTask.FromResult(options.Days == 0 ? ChangeConsequences.None : ChangeConsequences.None with
        {
            Changed = [.. changes.Where(c => c.Kind != ArticleChangeKind.Added).Select(c => new ChangedArticle(c.Id, c.Sequence, c.Kind == ArticleChangeKind.Withdrawn, now, now))],
        });
    }
}
