using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.Slack.Requests;

/// <summary>A body of <c>application/x-www-form-urlencoded</c>, by which commands and clicks come.</summary>
internal static class FormBody
{
    /// <summary>The fields as properties; of one that comes twice, the first counts.</summary>
    public static JsonObject Read(ReadOnlySpan<byte> body)
    {
        var fields = new JsonObject();
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.IndexOf('=') is var at and >= 0 ? (pair[..at], pair[(at + 1)..]) : (pair, "");
            fields.TryAdd(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value));
        }

        return fields;
    }

    public static JsonElement ToElement(JsonObject fields) => JsonSerializer.SerializeToElement(fields, SlackJson.Default.JsonObject);
}
