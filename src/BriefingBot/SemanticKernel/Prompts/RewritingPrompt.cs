using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel.Prompts;

/// <summary>Asks for a follow-up as a question of its own.</summary>
internal static class RewritingPrompt
{
    private const string Earlier = "earlier";
    private const string Question = "question";

    /// <summary>The last few say what is talked about; those before them cost tokens.</summary>
    private const int MostEarlier = 5;

    public static async ValueTask<List<ChatMessage>> OfAsync(IReadOnlyList<string> earlier, string text, Kernel kernel, CancellationToken cancellation)
    {
        var data = new UntrustedText();
        var instructions = await PromptFile.RenderAsync(
            "rewrite", kernel, new KernelArguments { ["earlier"] = data.TagOf(Earlier), ["question"] = data.TagOf(Question) }, cancellation);
        var material = string.Join("\n\n", [.. earlier.TakeLast(MostEarlier).Select(e => data.Enclose(Earlier, e)), data.Enclose(Question, text)]);
        return [new(ChatRole.System, instructions), new(ChatRole.User, material)];
    }
}
