using BriefingBot.Chat.Inbox;

namespace BriefingBot.Chat.Feedback;

/// <summary>Where gap reports go, and what they are made of.</summary>
public interface IGapReportStore
{
    /// <summary>The channels that get the report of their workspace.</summary>
    ValueTask<IReadOnlyList<ReportedChannel>> ChannelsAsync(CancellationToken cancellation);

    /// <summary>Puts a report into the inbox unless its slot was taken before, whoever did it.</summary>
    ValueTask<bool> TakeAsync(IncomingMessage due, DateOnly day, CancellationToken cancellation);

    /// <summary>
    /// The questions of a workspace that were asked or marked within a period, oldest first. Direct messages belong to no
    /// workspace; they count where the platform has no other.
    /// </summary>
    ValueTask<IReadOnlyList<AskedQuestion>> AskedAsync(ChatPlace workspace, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation);
}

/// <param name="By">Who asked for it.</param>
/// <param name="Since">When they did.</param>
public sealed record ReportedChannel(ChatPlace Place, string By, DateTimeOffset Since);

/// <summary>A question as a report sees it: without who asked.</summary>
/// <param name="Key">As in <see cref="GapKey"/>.</param>
/// <param name="IsPublic">Asked where others read it; only such wordings are quoted.</param>
/// <param name="IsAsked">Asked within the period; else only marked in it.</param>
/// <param name="IsUnanswered">It found nothing.</param>
/// <param name="IsWrong">Within the period somebody said that the answer does not help or its citation is wrong.</param>
public sealed record AskedQuestion(string Key, string Wording, bool IsPublic, bool IsAsked, bool IsUnanswered, bool IsWrong)
{
    public bool IsGap => (IsAsked && IsUnanswered) || IsWrong;
}
