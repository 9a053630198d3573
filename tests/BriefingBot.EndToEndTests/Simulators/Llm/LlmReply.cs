namespace BriefingBot.EndToEndTests.Simulators.Llm;

/// <summary>What the model answers, and what goes wrong on the way.</summary>
/// <param name="Pieces">The text as it is streamed; may be endless.</param>
internal sealed record LlmReply(params IEnumerable<string> Pieces)
{
    /// <summary>What a reasoning model thinks before its text, which its provider keeps apart from it.</summary>
    public IReadOnlyList<string> Reasoning { get; init; } = [];

    public IReadOnlyList<ToolCall> Calls { get; init; } = [];

    public Fault Fault { get; init; }

    /// <summary>Waited for before each piece of text, by its number from 0 up: a model that takes its time.</summary>
    public Func<int, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Anything but 200 is a refusal.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The code that goes with a refusal.</summary>
    public string Code { get; init; } = "";

    public string? RetryAfter { get; init; }

    /// <summary>Not every server counts tokens.</summary>
    public bool WithoutUsage { get; init; }

    /// <summary>Word by word.</summary>
    public static LlmReply Of(string text) => new(text.Split(' ').Select((word, i) => i == 0 ? word : " " + word));

    /// <summary>Line by line.</summary>
    public static LlmReply Lines(params IEnumerable<string> lines) => new(lines.Select(line => line + "\n"));

    public static LlmReply Endless(string text) => new(Enumerable.Repeat(text, int.MaxValue));

    public static LlmReply Refusal(int status, string code = "", string? retryAfter = null) => new() { Status = status, Code = code, RetryAfter = retryAfter };
}

/// <param name="Arguments">JSON.</param>
internal sealed record ToolCall(string Id, string Name, string Arguments);

internal enum Fault
{
    None,

    /// <summary>Nothing comes, not even headers.</summary>
    SlowStart,

    /// <summary>After two pieces nothing comes any more.</summary>
    Stall,

    /// <summary>After two pieces the connection is gone.</summary>
    Cut,

    /// <summary>After two pieces the reply is over, without the end that the protocol asks for.</summary>
    EndsEarly,

    /// <summary>After two pieces comes something that is not JSON.</summary>
    Malformed,
}
