using BriefingBot.Articles;
using BriefingBot.Chat.Inbox;
using BriefingBot.Digests;

namespace BriefingBot.Chat.Alerts;

/// <summary>
/// Alerts, their matches and what became of them. Alerts are changed through <see cref="IInboxStore.AnswerAsync"/>, with the
/// reply; matches come in through <see cref="ArticleChanges.IChangeLedger"/>, with how far the changes were seen to.
/// </summary>
public interface IAlertStore
{
    /// <summary>Those of a channel with its threads, or of a direct message, oldest first.</summary>
    ValueTask<IReadOnlyList<Alert>> ListAsync(ChatPlace place, CancellationToken cancellation);

    ValueTask<Alert?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>How many a person has made, wherever.</summary>
    ValueTask<int> CountAsync(string platform, string user, CancellationToken cancellation);

    /// <summary>Everything that is not paused.</summary>
    ValueTask<IReadOnlyList<Alert>> ActiveAsync(CancellationToken cancellation);

    /// <summary>Which of these articles matched which alerts before, in whatever version.</summary>
    ValueTask<IReadOnlySet<(string Alert, ArticleId Article)>> MatchedAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancellation);

    /// <summary>The alerts that have something to tell, paused ones left out.</summary>
    ValueTask<IReadOnlyList<WaitingAlert>> WaitingAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Puts a bundle (<see cref="Requests.DueAlert"/>) into the inbox with all matches not told yet, those of bundles that were
    /// given up lately among them; unless the alert has changed or somebody else has taken them, and then false.
    /// </summary>
    ValueTask<bool> TakeAsync(IncomingMessage due, CancellationToken cancellation);

    /// <summary>The matches of a bundle, the newest first.</summary>
    ValueTask<IReadOnlyList<AlertMatch>> BundleAsync(string alert, int bundle, CancellationToken cancellation);

    /// <summary>What the alert has told since an instant. Bundles that were given up told nothing.</summary>
    ValueTask<SentStories> SentAsync(string alert, DateTimeOffset since, CancellationToken cancellation);
}
