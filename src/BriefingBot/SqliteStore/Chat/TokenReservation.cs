namespace BriefingBot.SqliteStore.Chat;

/// <summary>Tokens counted in advance for one request to a language model.</summary>
/// <param name="Id">Never used for another.</param>
/// <param name="Day">Of UTC; what is used counts to it, also when the request ends on the next.</param>
/// <param name="Person">Empty for nobody in particular, whom only the limit of the day holds.</param>
/// <param name="Sent">Of the request, by estimate; spent in any case once it is made.</param>
/// <param name="SentCost">Of those.</param>
/// <param name="MostReply">That the reply may have.</param>
/// <param name="Until">When it cannot be under way any more, unless its process is gone.</param>
public sealed record TokenReservation(Guid Id, DateOnly Day, string Person, long Sent, decimal SentCost, long MostReply, DateTimeOffset Until)
{
    /// <summary>What is counted until the request is settled.</summary>
    public long Tokens => Sent + MostReply;
}
