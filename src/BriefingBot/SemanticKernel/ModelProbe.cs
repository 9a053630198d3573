using BriefingBot.Answering.Synthesis;
using BriefingBot.SemanticKernel.Limits;
using BriefingBot.SemanticKernel.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.SemanticKernel;

/// <summary>One tiny request without any of the bot's texts, to see whether the settings work.</summary>
internal static class ModelProbe
{
    // Models that think first need some room before they say anything.
    private const int MaxTokens = 500;

    /// <returns>The model as the provider names it, and how long the whole reply took.</returns>
    /// <exception cref="ModelException">It does not work; the message says what to look at.</exception>
    public static async Task<(string Model, TimeSpan Took)> RunAsync(LlmOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var patient = TimeSpan.FromSeconds(options.FirstTokenSeconds);
        using var chat = new ResilientChat(ModelKernel.Build(options).GetRequiredService<IChatClient>(), options with { MaxRetries = 0 }, time, NullLogger.Instance);
        var (model, started) = (options.Model, time.GetTimestamp());
        await foreach (var update in Deadline.HoldAsync(
            token => chat.StreamAsync([new ChatMessage(ChatRole.User, "Reply with the word OK.")], new ChatOptions { MaxOutputTokens = MaxTokens }, token), patient, time, cancellation))
        {
            model = update.ModelId ?? model;
        }

        return (model, time.GetElapsedTime(started));
    }
}
