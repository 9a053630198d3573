using System.Globalization;
using BriefingBot.Answering.Synthesis;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel.Prompts;

/// <summary>Says what is to be written, and gives the material.</summary>
internal static class WritingPrompt
{
    private const string Passage = "passage";
    private const string Question = "question";
    private const string Refused = "refused";

    /// <param name="searches">Whether the model may search again.</param>
    public static async ValueTask<List<ChatMessage>> OfAsync(WritingTask task, UntrustedText data, bool searches, Kernel kernel, CancellationToken cancellation)
    {
        var values = new KernelArguments
        {
            ["today"] = task.AsOf.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            ["passage"] = data.TagOf(Passage),
            ["question"] = data.TagOf(Question),
            ["refused"] = data.TagOf(Refused),
            ["sentences"] = task.Length.MaxSentences,
            ["words"] = task.Length.MaxWords,
        };
        List<string> parts = ["write", .. searches ? ["search"] : (string[])[], .. task.Refused.Count > 0 ? ["retry"] : (string[])[]];
        var instructions = new List<string>();
        foreach (var part in parts) instructions.Add(await PromptFile.RenderAsync(part, kernel, values, cancellation));
        return [new(ChatRole.System, string.Join("\n\n", instructions)), new(ChatRole.User, Material(task, data))];
    }

    /// <summary>As in the prompt, so also for what a search returns.</summary>
    public static string Passages(IEnumerable<KeyedPassage> passages, UntrustedText data) => string.Join("\n\n", passages.Select(p => data.Enclose(
        Passage, p.Text, ("key", p.Key), ("outlet", p.Source), ("date", p.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown"), ("headline", p.Title))));

    private static string Material(WritingTask task, UntrustedText data) => string.Join("\n\n", (string[])
    [
        Passages(task.Passages, data),
        .. task.Refused.Select(r => data.Enclose(Refused, r.Text, ("reason", r.Reason))),
        // Last, so that it is not lost behind long material.
        data.Enclose(Question, task.Question),
    ]);
}
