using BriefingBot.Chat.Replies;

namespace BriefingBot.Slack.Rendering;

/// <summary>An article's address, if it can be shown as a link.</summary>
internal static class SafeUrl
{
    /// <summary>Of a link's address; Slack documents 3000 for a button's, and none for a text's.</summary>
    public const int Longest = 1000;

    public static string? Of(string url) => WebAddress.Of(url) is { Length: <= Longest } address && !address.Contains('|', StringComparison.Ordinal) ? address : null;
}
