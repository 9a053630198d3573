using System.Text.RegularExpressions;

namespace BriefingBot.Chat.Uploads;

/// <summary>Finds the links in what people write.</summary>
public static partial class WebLinks
{
    private const string Closing = ".,;:!?'*_~|`”’…";

    /// <summary>In their order, each once.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Link().Matches(text).Select(m => Trimmed(m.Value)).Where(IsComplete).Distinct(StringComparer.Ordinal)];

    private static bool IsComplete(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Host.Length: > 0 };

    /// <summary>Marks behind a link belong to the sentence, and so does a bracket that was opened before it.</summary>
    private static string Trimmed(string link)
    {
        while (Closing.Contains(link[^1], StringComparison.Ordinal) || (link[^1] is ')' or ']' && !IsBalanced(link))) link = link[..^1];
        return link;
    }

    private static bool IsBalanced(string link) => link.Count(c => c is '(' or '[') >= link.Count(c => c is ')' or ']');

    [GeneratedRegex("""https?://[^\s<>"“„]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
