using System.Net;
using System.Text.RegularExpressions;

namespace BriefingBot.Slack.Receiving;

/// <summary>What somebody wrote, without Slack's markup around it: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages.</summary>
internal static partial class IncomingText
{
    public static bool Mentions(string text, string user) => Token().Matches(text).Any(t => IsUser(t.Groups["what"].Value, user));

    /// <summary>Names of channels and labels of links stay; mentions of people are gone, ours above all.</summary>
    public static string Read(string text) =>
        WebUtility.HtmlDecode(Spaces().Replace(Token().Replace(text, t => Shown(t.Groups["what"].Value, t.Groups["label"].Value)), " ")).Trim();

    /// <summary>Addresses of the Web that it links to; what is written as text only, Slack has not taken for one.</summary>
    public static IEnumerable<string> Links(string text) => Token().Matches(text).Select(t => WebUtility.HtmlDecode(t.Groups["what"].Value))
        .Where(what => what.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || what.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static bool IsUser(string what, string user) => what.Length > 1 && what[0] == '@' && what.AsSpan(1).SequenceEqual(user);

    private static string Shown(string what, string label) => what switch
    {
        ['@', ..] => " ",
        ['#', ..] => label.Length > 0 ? $"#{label}" : " ",
        ['!', ..] => label.Length > 0 ? label : " ",
        _ => label.Length > 0 ? label : what,
    };

    [GeneratedRegex(@"<(?<what>[^<>|]+)(\|(?<label>[^<>]*))?>")]
    private static partial Regex Token();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();
}
