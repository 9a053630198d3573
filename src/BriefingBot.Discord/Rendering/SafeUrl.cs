using BriefingBot.Chat.Replies;

namespace BriefingBot.Discord.Rendering;

/// <summary>An article's address, if it can be shown as one.</summary>
internal static class SafeUrl
{
    private const int Longest = 512;

    /// <summary>Characters of markup that addresses may hold.</summary>
    private const string Marks = @"[]()|`*~\";

    /// <summary>Percent-encoded, so that nothing in it ends the link or begins another.</summary>
    public static string? Of(string url) =>
        WebAddress.Of(url) is { } address && string.Concat(address.Select(c => Marks.Contains(c, StringComparison.Ordinal) ? Uri.HexEscape(c) : c.ToString())) is { Length: <= Longest } encoded
            ? encoded
            : null;

    /// <summary>Behind other text, without a preview: https://discord.com/developers/docs/reference#message-formatting.</summary>
    public static string Suffix(string url) => Of(url) is { } address ? $" <{address}>" : "";
}
