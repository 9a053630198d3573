using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Llm.Wires;

/// <summary>OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat), and Azure's variant of path and key.</summary>
internal sealed class OpenAIWire : ILlmWire
{
    private const string Route = "/chat/completions";
    private const string AzureRoute = "/openai/deployments/";

    public string ContentType => "text/event-stream";

    public string Garbled => "data: {\"choices\":[{\"delta\":\n\n";

    public bool Takes(HttpRequest request) => request.Path.Value!.EndsWith(Route, StringComparison.Ordinal);

    public bool HasKey(HttpRequest request, string key) => IsAzure(request)
        ? request.Headers["api-key"] == key && request.Query.ContainsKey("api-version")
        : request.Headers.Authorization == "Bearer " + key;

    public LlmRequest Read(HttpRequest request, JsonNode body)
    {
        var messages = body["messages"]?.AsArray() ?? throw new LlmRefusal(400, "missing_required_parameter", "messages");
        RequireCallsBeforeResults(messages);
        var tools = body["tool_choice"]?.ToString() == "none" ? [] : body["tools"]?.AsArray().Select(t => t!["function"]!["name"]!.ToString()) ?? [];
        var model = IsAzure(request) ? request.Path.Value!.Split('/')[3] : body["model"]!.ToString();
        return new LlmRequest(model, [.. messages.Select(m => new LlmMessage(m!["role"]!.ToString(), TextOf(m["content"])))], [.. tools], body["stream"]?.GetValue<bool>() ?? false, body);
    }

    public IEnumerable<Frame> Stream(LlmRequest request, LlmReply reply)
    {
        yield return Event(request, new JsonObject { ["role"] = "assistant", ["content"] = "" });
        var output = reply.Reasoning.Sum(Tokens.Of);
        // Not OpenAI itself, which shows no reasoning, but the servers that speak its protocol.
        foreach (var piece in reply.Reasoning) yield return Event(request, new JsonObject { ["reasoning_content"] = piece });
        foreach (var piece in reply.Pieces)
        {
            output += Tokens.Of(piece);
            yield return Event(request, new JsonObject { ["content"] = piece }) with { IsText = true };
        }

        foreach (var (index, call) in reply.Calls.Index())
        {
            // The name first, then the arguments in parts, as OpenAI does it.
            yield return Event(request, new JsonObject { ["tool_calls"] = new JsonArray(Call(index, call.Id, call.Name, "")) });
            foreach (var part in call.Arguments.Chunk(5)) yield return Event(request, new JsonObject { ["tool_calls"] = new JsonArray(Call(index, null, null, new string(part))) });
        }

        yield return Event(request, [], Finish(reply));
        if (!reply.WithoutUsage && request.Body["stream_options"]?["include_usage"]?.GetValue<bool>() == true)
        {
            yield return Event(new JsonObject { ["object"] = "chat.completion.chunk", ["id"] = "c1", ["created"] = 1, ["model"] = request.Model, ["choices"] = new JsonArray(), ["usage"] = Usage(request, output) });
        }

        yield return new Frame("data: [DONE]\n\n");
    }

    public JsonNode Whole(LlmRequest request, LlmReply reply)
    {
        var text = string.Concat(reply.Pieces);
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (reply.Calls.Count > 0) message["tool_calls"] = new JsonArray([.. reply.Calls.Select((call, i) => Call(i, call.Id, call.Name, call.Arguments))]);
        return new JsonObject
        {
            ["id"] = "c1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = request.Model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Finish(reply) }),
            ["usage"] = reply.WithoutUsage ? null : Usage(request, Tokens.Of(text)),
        };
    }

    public JsonNode Error(int status, string code, string message) =>
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = code } };

    private static bool IsAzure(HttpRequest request) => request.Path.Value!.StartsWith(AzureRoute, StringComparison.Ordinal);

    private static void RequireCallsBeforeResults(JsonArray messages)
    {
        var called = new HashSet<string>();
        foreach (var message in messages)
        {
            foreach (var call in message!["tool_calls"]?.AsArray() ?? []) called.Add(call!["id"]!.ToString());
            if (message["role"]!.ToString() == "tool" && !called.Remove(message["tool_call_id"]?.ToString() ?? "")) throw new LlmRefusal(400, "invalid_request_error", "A tool message follows no call.");
        }

        if (called.Count > 0) throw new LlmRefusal(400, "invalid_request_error", "A call has no tool message.");
    }

    private static string TextOf(JsonNode? content) => content is JsonArray parts ? string.Concat(parts.Select(p => p!["text"]?.ToString())) : content?.ToString() ?? "";

    private static string Finish(LlmReply reply) => reply.Calls.Count > 0 ? "tool_calls" : "stop";

    private static JsonObject Usage(LlmRequest request, int output) =>
        new() { ["prompt_tokens"] = Tokens.In(request), ["completion_tokens"] = output, ["total_tokens"] = Tokens.In(request) + output };

    private static JsonObject Call(int index, string? id, string? name, string arguments)
    {
        var call = new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = arguments } };
        if (id is not null) (call["id"], call["type"], call["function"]!["name"]) = (id, "function", name);
        return call;
    }

    private static Frame Event(LlmRequest request, JsonObject delta, string? finish = null) => Event(new JsonObject
    {
        ["id"] = "c1", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = request.Model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    });

    private static Frame Event(JsonObject data) => new($"data: {data.ToJsonString()}\n\n");
}
