using BriefingBot.Answering.Synthesis;

namespace BriefingBot.SemanticKernel.Limits;

/// <summary>What several requests have cost together.</summary>
internal sealed class Spending
{
    private bool _complete = true;
    private ModelUsage _sum = new(0, 0);

    /// <summary>Null when the provider did not count them all.</summary>
    public ModelUsage? Known => _complete ? _sum : null;

    public void Add(ModelUsage? usage)
    {
        _complete &= usage is not null;
        if (usage is not null) _sum = new ModelUsage(_sum.InputTokens + usage.InputTokens, _sum.OutputTokens + usage.OutputTokens);
    }
}
