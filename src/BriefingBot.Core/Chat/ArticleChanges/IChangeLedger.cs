namespace BriefingBot.Chat.ArticleChanges;

/// <summary>Up to which change of the articles everything that follows has been stored; shared by all processes on a store.</summary>
public interface IChangeLedger
{
    /// <summary>Null before the first time.</summary>
    ValueTask<long?> SequenceAsync(CancellationToken cancellation);

    /// <summary>Moves on and stores what follows, in one transaction; false when another process has moved on meanwhile.</summary>
    ValueTask<bool> AdvanceAsync(long? from, long upTo, ChangeConsequences consequences, CancellationToken cancellation);
}
