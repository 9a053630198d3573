using System.ComponentModel;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace BriefingBot.SemanticKernel;

/// <summary>The one function that a model may call while it writes. It is declared to the model, and called here only.</summary>
internal sealed class SearchTool(SearchAgain search, UntrustedText data)
{
    public const string Name = "search";
    private const int LongestQuery = 300;

    /// <summary>Without what carries it out, so that no client can call it by itself.</summary>
    public static AIFunctionDeclaration Declaration { get; } = KernelFunctionFactory.CreateFromMethod(
        ([Description("What to look for, in a few words")] string query) => query, Name, "Searches the news articles again and returns passages.").AsDeclarationOnly();

    /// <summary>
    /// Carries out the first call and refuses the others, whatever they are: each costs a search and a long prompt. What was
    /// found follows in a message of its own, since some clients write results as JSON, in which passages are hard to read.
    /// </summary>
    public async ValueTask<IReadOnlyList<ChatMessage>> AnswerAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellation)
    {
        var (query, refusal) = Read(calls[0]);
        var found = refusal is null ? await search(query, cancellation) : [];
        var first = refusal ?? (found.Count == 0 ? "Nothing was found." : "The passages that were found follow.");
        var results = calls.Select((call, index) => (AIContent)new FunctionResultContent(call.CallId, index == 0 ? first : "Refused: one call at a time."));
        var answered = new ChatMessage(ChatRole.Tool, [.. results]);
        return found.Count == 0 ? [answered] : [answered, new ChatMessage(ChatRole.User, WritingPrompt.Passages(found, data))];
    }

    private static (string Query, string? Refusal) Read(FunctionCallContent call)
    {
        if (call.Name != Name) return ("", $"Refused: there is no other function than {Name}.");
        var query = call.Arguments?.TryGetValue("query", out var value) == true ? value?.ToString()?.ReplaceLineEndings(" ").Trim() ?? "" : "";
        return (query.Length > LongestQuery ? query[..LongestQuery] : query, query.Length == 0 ? "Refused: query is empty." : null);
    }
}
