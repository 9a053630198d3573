using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.EndToEndTests.Simulators.Discord.People;

/// <summary>Who a bot's message would notify (https://docs.discord.com/developers/resources/message#allowed-mentions-object).</summary>
internal static partial class Pings
{
    public static IEnumerable<string> Of(SimMessage message, JsonObject? allowed)
    {
        var text = message.Content + string.Concat(message.AllComponents.Where(part => part["type"].AsInt() == 10).Select(part => part["content"].AsString()));
        foreach (Match match in UserOrRole().Matches(text))
        {
            var (kind, id) = (match.Groups["role"].Success ? "roles" : "users", match.Groups["id"].Value);
            if (Allows(allowed, kind, id)) yield return kind == "roles" ? "&" + id : id;
        }

        foreach (Match match in Everyone().Matches(text))
        {
            if (Allows(allowed, "everyone", "")) yield return match.Groups[1].Value;
        }

        // With allowed_mentions given, the author replied to is notified only when asked for.
        var repliedUser = allowed is null || allowed["replied_user"].AsBool() == true;
        if (message.RepliesTo is { } parent && repliedUser && parent.Author.Id != message.Author.Id) yield return parent.Author.Id.ToString();
    }

    private static bool Allows(JsonObject? allowed, string kind, string id) =>
        allowed is null || Contains(allowed["parse"], kind) || Contains(allowed[kind], id);

    private static bool Contains(JsonNode? list, string value) => value.Length > 0 && list is JsonArray array && array.Any(item => item?.ToString() == value);

    [GeneratedRegex("<@(?:!|(?<role>&))?(?<id>[0-9]{15,20})>")]
    private static partial Regex UserOrRole();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex Everyone();
}
