using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>Whom a message would notify, and which links it would show (https://docs.slack.dev/messaging/formatting-message-text).</summary>
internal static partial class Mentions
{
    /// <param name="parsesNames">link_names, or parse=full: names without markup are mentions, too.</param>
    public static IEnumerable<string> Of(SimMessage message, IReadOnlyList<SimUser> users, bool parsesNames)
    {
        // Text beside blocks is what the notification shows, so its mentions count as well.
        var texts = BlockTree.Texts(message.Blocks).Concat(BlockTree.Texts(message.Attachments)).Where(text => text.Format != "plain_text").Select(text => text.Text).Prepend(message.Text);
        return texts.SelectMany(text => Marked(text).Concat(parsesNames ? Named(text, users) : [])).Concat(InRichText(message.Blocks)).Distinct();
    }

    /// <summary>Links of the text and the blocks, without their labels.</summary>
    public static IEnumerable<string> Links(SimMessage message) =>
        BlockTree.Texts(message.Blocks).Where(text => text.Format != "plain_text").Select(text => text.Text).Prepend(message.Blocks.Count == 0 ? message.Text : "")
            .SelectMany(text => Link().Matches(text).Select(match => match.Value)).Distinct();

    private static IEnumerable<string> Marked(string text)
    {
        foreach (Match match in Markup().Matches(text))
        {
            yield return match.Groups["team"].Success ? "!" + match.Groups["team"].Value : match.Groups["user"].Success ? match.Groups["user"].Value : match.Groups["all"].Value;
        }
    }

    private static IEnumerable<string> Named(string text, IReadOnlyList<SimUser> users)
    {
        foreach (Match match in Name().Matches(text))
        {
            var name = match.Groups[1].Value;
            if (name is "here" or "channel" or "everyone") yield return name;
            else if (users.FirstOrDefault(user => user.Name == name) is { } user) yield return user.Id;
        }
    }

    private static IEnumerable<string> InRichText(JsonArray blocks)
    {
        foreach (var part in BlockTree.Objects(blocks))
        {
            if (part["type"].AsString() == "user" && part["user_id"].AsString() is { } user) yield return user;
            if (part["type"].AsString() == "broadcast" && part["range"].AsString() is { } range) yield return range;
            if (part["type"].AsString() == "usergroup" && part["usergroup_id"].AsString() is { } group) yield return "!" + group;
        }
    }

    [GeneratedRegex(@"<(?:@(?<user>[UWB][A-Z0-9]+)|!(?<all>here|channel|everyone|group)|!subteam\^(?<team>[A-Z0-9]+))(?:\|[^>]*)?>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<![\w<!])@([\w.-]+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"https?://[^\s|>)\]]+")]
    private static partial Regex Link();
}
