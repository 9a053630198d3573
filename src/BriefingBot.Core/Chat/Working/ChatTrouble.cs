namespace BriefingBot.Chat.Working;

/// <summary>Something went wrong that the people in the chat do not see; for the log.</summary>
/// <param name="EventKey">The message concerned; empty when it is none in particular.</param>
public sealed record ChatTrouble(string EventKey, string What, Exception? Exception = null)
{
    /// <summary>For people, in one line.</summary>
    public override string ToString() => EventKey.Length > 0 ? $"{What} ({EventKey})" : What;
}
