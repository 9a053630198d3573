using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Llm.Wires;

/// <summary>Anthropic's messages: https://docs.anthropic.com/en/docs/build-with-claude/streaming.</summary>
internal sealed class AnthropicWire : ILlmWire
{
    public string ContentType => "text/event-stream";

    public string Garbled => "event: content_block_delta\ndata: {\"type\":\n\n";

    public bool Takes(HttpRequest request) => request.Path == "/v1/messages";

    // The documentation has the key in x-api-key, the official client sends it as a bearer.
    public bool HasKey(HttpRequest request, string key) =>
        request.Headers.ContainsKey("anthropic-version") && (request.Headers["x-api-key"] == key || request.Headers.Authorization == "Bearer " + key);

    public LlmRequest Read(HttpRequest request, JsonNode body)
    {
        if (body["max_tokens"] is null) throw new LlmRefusal(400, "invalid_request_error", "max_tokens: Field required");
        var messages = new List<LlmMessage> { new("system", TextOf(body["system"])) };
        foreach (var message in body["messages"]!.AsArray())
        {
            var isResult = message!["content"] is JsonArray parts && parts.Any(p => p!["type"]?.ToString() == "tool_result");
            if (isResult && body["tools"] is null) throw new LlmRefusal(400, "invalid_request_error", "tool_result needs tools to be declared");
            messages.Add(new LlmMessage(isResult ? "tool" : message["role"]!.ToString(), TextOf(message["content"])));
        }

        var tools = body["tool_choice"]?["type"]?.ToString() == "none" ? [] : body["tools"]?.AsArray().Select(t => t!["name"]!.ToString()) ?? [];
        return new LlmRequest(body["model"]!.ToString(), messages, [.. tools], body["stream"]?.GetValue<bool>() ?? false, body);
    }

    public IEnumerable<Frame> Stream(LlmRequest request, LlmReply reply)
    {
        var start = Message(request);
        yield return Event("message_start", new JsonObject { ["message"] = start });
        var (text, output) = (reply.Reasoning.Count > 0 ? 1 : 0, reply.Reasoning.Sum(Tokens.Of));
        foreach (var frame in Reasoning(reply.Reasoning)) yield return frame;
        yield return Event("content_block_start", Block(text, new JsonObject { ["type"] = "text", ["text"] = "" }));
        foreach (var piece in reply.Pieces)
        {
            output += Tokens.Of(piece);
            yield return Event("content_block_delta", Delta(text, new JsonObject { ["type"] = "text_delta", ["text"] = piece })) with { IsText = true };
        }

        yield return Event("content_block_stop", new JsonObject { ["index"] = text });
        foreach (var (i, call) in reply.Calls.Index())
        {
            var index = text + 1 + i;
            yield return Event("content_block_start", Block(index, new JsonObject { ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Name, ["input"] = new JsonObject() }));
            yield return Event("content_block_delta", Delta(index, new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = call.Arguments }));
            yield return Event("content_block_stop", new JsonObject { ["index"] = index });
        }

        yield return Event("message_delta", new JsonObject
        {
            ["delta"] = new JsonObject { ["stop_reason"] = reply.Calls.Count > 0 ? "tool_use" : "end_turn", ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = output },
        });
        yield return Event("message_stop", []);
    }

    public JsonNode Whole(LlmRequest request, LlmReply reply)
    {
        var text = string.Concat(reply.Pieces);
        var message = Message(request);
        message["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        (message["stop_reason"], message["usage"]!["output_tokens"]) = ("end_turn", Tokens.Of(text));
        return message;
    }

    public JsonNode Error(int status, string code, string message) =>
        new JsonObject { ["type"] = "error", ["error"] = new JsonObject { ["type"] = code, ["message"] = message } };

    private static IEnumerable<Frame> Reasoning(IReadOnlyList<string> pieces)
    {
        if (pieces.Count == 0) yield break;
        yield return Event("content_block_start", Block(0, new JsonObject { ["type"] = "thinking", ["thinking"] = "", ["signature"] = "" }));
        foreach (var piece in pieces) yield return Event("content_block_delta", Delta(0, new JsonObject { ["type"] = "thinking_delta", ["thinking"] = piece }));
        yield return Event("content_block_delta", Delta(0, new JsonObject { ["type"] = "signature_delta", ["signature"] = "c2lnbmVk" }));
        yield return Event("content_block_stop", new JsonObject { ["index"] = 0 });
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(p => TextOf(p!["text"] ?? p["content"]))),
        null => "",
        _ => content.ToString(),
    };

    private static JsonObject Message(LlmRequest request) => new()
    {
        ["id"] = "msg_1", ["type"] = "message", ["role"] = "assistant", ["content"] = new JsonArray(), ["model"] = request.Model, ["stop_reason"] = null, ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = Tokens.In(request), ["output_tokens"] = 1 },
    };

    private static JsonObject Block(int index, JsonObject block) => new() { ["index"] = index, ["content_block"] = block };

    private static JsonObject Delta(int index, JsonObject delta) => new() { ["index"] = index, ["delta"] = delta };

    private static Frame Event(string type, JsonObject data)
    {
        data["type"] = type;
        return new Frame($"event: {type}\ndata: {data.ToJsonString()}\n\n");
    }
}
