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

    /// <summary>Carries out the first call and refuses the others, whatever they are: each costs a search and a long prompt.</summary>
    public async ValueTask<ChatMessage> AnswerAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellation)
    {
        var results = new List<AIContent>();
        foreach (var (index, call) in calls.Index())
        {
            results.Add(new FunctionResultContent(call.CallId, index == 0 ? await AnswerAsync(call, cancellation) : "Refused: one call at a time."));
        }

        return new ChatMessage(ChatRole.Tool, results);
    }

    private async ValueTask<string> AnswerAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        if (call.Name != Name) return $"Refused: there is no other function than {Name}.";
        var query = call.Arguments?.TryGetValue("query", out var value) == true ? value?.ToString()?.ReplaceLineEndings(" ").Trim() : null;
        if (string.IsNullOrEmpty(query)) return "Refused: query is empty.";
        var found = await search(query.Length > LongestQuery ? query[..LongestQuery] : query, cancellation);
        return found.Count == 0 ? "Nothing was found." : WritingPrompt.Passages(found, data);
    }
}
