using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel.Limits;
using Microsoft.Extensions.AI;

namespace BriefingBot.SemanticKernel;

/// <summary>One request to the model, and what has come of it so far.</summary>
internal sealed class ModelTurn(IReadOnlyList<ChatMessage> messages, ChatOptions request)
{
    private readonly List<ChatResponseUpdate> _updates = [];
    private readonly ReasoningFilter _reasoning = new();

    public IReadOnlyList<ChatMessage> Messages { get; } = [.. messages];

    public ChatOptions Request => request;

    public IReadOnlyList<ChatResponseUpdate> Updates => _updates;

    public IReadOnlyList<FunctionCallContent> Calls => [.. _updates.SelectMany(u => u.Contents).OfType<FunctionCallContent>()];

    public bool HasText { get; private set; }

    /// <summary>Reasoning included, whether or not the provider keeps it apart.</summary>
    public long EstimatedOutput { get; private set; }

    /// <summary>As the provider counts it; null as long as it has not said so.</summary>
    public ModelUsage? Usage { get; private set; }

    public long EstimatedInput { get; } = messages.Sum(m => m.Contents.Sum(c => TokenEstimate.Of(c switch
    {
        TextContent text => text.Text,
        FunctionResultContent result => result.Result?.ToString() ?? "",
        _ => "",
    })));

    /// <summary>Estimated until the provider has said so; nothing for a request that was not answered at all.</summary>
    public ModelUsage UsageSoFar => Usage ?? (_updates.Count == 0 ? ModelUsage.None : new ModelUsage(EstimatedInput, EstimatedOutput));

    /// <returns>As much of the answer as the update brings.</returns>
    public string Take(ChatResponseUpdate update)
    {
        _updates.Add(update);
        foreach (var usage in update.Contents.OfType<UsageContent>()) Take(usage.Details);
        EstimatedOutput += TokenEstimate.Of(update.Text) + update.Contents.OfType<TextReasoningContent>().Sum(r => TokenEstimate.Of(r.Text));
        return Note(_reasoning.Take(update.Text));
    }

    /// <returns>What is left of the answer when the reply is over.</returns>
    public string Rest() => Note(_reasoning.Rest());

    private string Note(string text)
    {
        HasText |= text.Length > 0;
        return text;
    }

    /// <summary>Some providers say first what the prompt was and later what the reply was; each number is a total.</summary>
    private void Take(UsageDetails details) => Usage = new ModelUsage(
        Math.Max(details.InputTokenCount ?? 0, Usage?.InputTokens ?? 0), Math.Max(details.OutputTokenCount ?? 0, Usage?.OutputTokens ?? 0));
}
