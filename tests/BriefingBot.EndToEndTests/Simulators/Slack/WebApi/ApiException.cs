using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>A refusal: HTTP 200 with <c>ok: false</c> and a code (https://docs.slack.dev/apis/web-api/#evaluating_responses).</summary>
/// <param name="messages">What is wrong with which part, for blocks and views.</param>
internal sealed class ApiException(string code, IReadOnlyList<string>? messages = null) : Exception(code)
{
    public string? Needed { get; init; }

    public string? Provided { get; init; }

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["ok"] = false, ["error"] = Message };
            if (Needed is not null) (body["needed"], body["provided"]) = (Needed, Provided);
            if (messages is null) return body;
            if (Message.StartsWith("invalid_blocks", StringComparison.Ordinal)) body["errors"] = new JsonArray([.. messages.Select(message => JsonValue.Create(message))]);
            body["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create("[ERROR] " + message))]) };
            return body;
        }
    }

    public static ApiException InvalidArguments(params IReadOnlyList<string> messages) => new("invalid_arguments", messages);
}
