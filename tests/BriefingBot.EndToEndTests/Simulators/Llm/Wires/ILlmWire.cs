using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.EndToEndTests.Simulators.Llm.Wires;

/// <summary>A provider's protocol.</summary>
internal interface ILlmWire
{
    string ContentType { get; }

    /// <summary>A frame that a client cannot read.</summary>
    string Garbled { get; }

    bool Takes(HttpRequest request);

    bool HasKey(HttpRequest request, string key);

    /// <exception cref="LlmRefusal">The provider would not take it.</exception>
    LlmRequest Read(HttpRequest request, JsonNode body);

    IEnumerable<Frame> Stream(LlmRequest request, LlmReply reply);

    JsonNode Whole(LlmRequest request, LlmReply reply);

    JsonNode Error(int status, string code, string message);
}

/// <param name="IsText">Whether it is a piece of the reply's text.</param>
internal readonly record struct Frame(string Content, bool IsText = false);

internal sealed class LlmRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
