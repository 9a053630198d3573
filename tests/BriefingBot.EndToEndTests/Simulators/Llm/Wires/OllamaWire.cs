using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Llm.Wires;

/// <summary>Ollama's own chat: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion.</summary>
internal sealed class OllamaWire : ILlmWire
{
    public string ContentType => "application/x-ndjson";

    public string Garbled => "{\"message\":\n";

    public bool Takes(HttpRequest request) => request.Path == "/api/chat";

    // It asks for none.
    public bool HasKey(HttpRequest request, string key) => true;

    public LlmRequest Read(HttpRequest request, JsonNode body) => new(
        body["model"]!.ToString(),
        [.. body["messages"]!.AsArray().Select(m => new LlmMessage(m!["role"]!.ToString(), m["content"]?.ToString() ?? ""))],
        [.. body["tools"]?.AsArray().Select(t => t!["function"]!["name"]!.ToString()) ?? []],
        body["stream"]?.GetValue<bool>() ?? true,
        body);

    public IEnumerable<Frame> Stream(LlmRequest request, LlmReply reply)
    {
        var output = reply.Reasoning.Sum(Tokens.Of);
        foreach (var piece in reply.Reasoning)
        {
            var part = Part(request, "");
            part["message"]!["thinking"] = piece;
            yield return Line(part);
        }

        foreach (var piece in reply.Pieces)
        {
            output += Tokens.Of(piece);
            yield return Line(Part(request, piece)) with { IsText = true };
        }

        foreach (var call in reply.Calls)
        {
            var part = Part(request, "");
            part["message"]!["tool_calls"] = new JsonArray(new JsonObject { ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = JsonNode.Parse(call.Arguments) } });
            yield return Line(part);
        }

        yield return Line(Done(request, reply, "", output));
    }

    public JsonNode Whole(LlmRequest request, LlmReply reply)
    {
        var text = string.Concat(reply.Pieces);
        return Done(request, reply, text, Tokens.Of(text));
    }

    public JsonNode Error(int status, string code, string message) => new JsonObject { ["error"] = message };

    private static JsonObject Done(LlmRequest request, LlmReply reply, string text, int output)
    {
        var done = Part(request, text);
        (done["done"], done["done_reason"]) = (true, "stop");
        if (!reply.WithoutUsage) (done["prompt_eval_count"], done["eval_count"]) = (Tokens.In(request), output);
        return done;
    }

    private static JsonObject Part(LlmRequest request, string text) => new()
    {
        ["model"] = request.Model, ["created_at"] = "2026-01-05T12:00:00Z", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text }, ["done"] = false,
    };

    private static Frame Line(JsonObject part) => new(part.ToJsonString() + "\n");
}
