using BriefingBot.Articles;
using BriefingBot.Chat.Alerts;
using BriefingBot.Chat.Corrections;
using BriefingBot.Chat.Inbox;

namespace BriefingBot.Chat.ArticleChanges;

/// <summary>
/// Has something to say in a chat when articles come, change or go. It changes nothing itself: what it returns is stored
/// together with how far the changes have been seen to, so each change leads to each message once.
/// </summary>
public interface IChangeObserver
{
    /// <summary>What follows from these changes; may be called again for the same ones after a crash.</summary>
    ValueTask<ChangeConsequences> ObserveAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellation);
}

/// <summary>What follows from changes of articles.</summary>
/// <param name="Messages">For the inbox, each under an event key of its own; one that is known is left out.</param>
public sealed record ChangeConsequences(IReadOnlyList<IncomingMessage> Messages)
{
    public static ChangeConsequences None { get; } = new([]);

    /// <summary>What alerts wait for, to be told when each may speak.</summary>
    public IReadOnlyList<AlertMatch> AlertMatches { get; init; } = [];

    /// <summary>Articles that answers may have to be corrected for, once they are at rest.</summary>
    public IReadOnlyList<ChangedArticle> Changed { get; init; } = [];

    public static ChangeConsequences Of(IReadOnlyList<ChangeConsequences> parts) => new([.. parts.SelectMany(p => p.Messages)])
    {
        AlertMatches = [.. parts.SelectMany(p => p.AlertMatches)],
        Changed = [.. parts.SelectMany(p => p.Changed)],
    };
}
