using System.Text.Json.Nodes;
using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel;
using BriefingBot.SemanticKernel.Limits;

namespace BriefingBot.Hosting;

/// <summary>How the language model is: <c>off</c>, <c>on</c> or <c>resting</c> until a time, and what of the day's budget is used.</summary>
public sealed class LanguageModelHealth(LlmOptions options, TokenBudget budget, ILanguageModel? model = null)
{
    public const string Name = "LanguageModel";

    /// <summary>As it is now; neither key nor address is in it.</summary>
    public async ValueTask<JsonObject> ReportAsync(CancellationToken cancellation)
    {
        if (model is null) return new JsonObject { ["state"] = "off" };
        var until = RestsUntil(model)?.UtcDateTime;
        var report = new JsonObject { ["state"] = until is null ? "on" : "resting" };
        if (until is not null) report["until"] = until;
        report["tokensToday"] = await budget.TodayAsync(cancellation);
        // 0 for no limit, as in the configuration.
        report["tokensPerDay"] = options.TokensPerDay;
        return report;
    }

    /// <summary>On its own, as nothing of Semantic Kernel is to be loaded without a model.</summary>
    private static DateTimeOffset? RestsUntil(ILanguageModel model) => (model as SemanticKernelModel)?.RestsUntil;
}
