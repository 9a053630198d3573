using System.Reflection;
using Microsoft.SemanticKernel;

namespace BriefingBot.SemanticKernel.Prompts;

/// <summary>The prompts in this folder, as Semantic Kernel's templates. What others wrote never goes through a template.</summary>
internal static class PromptFile
{
    // The values are numbers, dates and names of tags; without this they would be HTML-encoded.
    private static readonly KernelPromptTemplateFactory Templates = new() { AllowDangerouslySetContent = true };

    public static async ValueTask<string> RenderAsync(string name, Kernel kernel, KernelArguments values, CancellationToken cancellation)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"prompts/{name}.md")
            ?? throw new InvalidOperationException($"There is no prompt {name}.");
        using var reader = new StreamReader(stream);
        var template = Templates.Create(new PromptTemplateConfig(await reader.ReadToEndAsync(cancellation)));
        return (await template.RenderAsync(kernel, values, cancellation)).Trim();
    }
}
