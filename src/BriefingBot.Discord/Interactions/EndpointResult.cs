using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Interactions;

/// <summary>What a request to the interactions endpoint came to.</summary>
public abstract record EndpointResult
{
    private EndpointResult()
    {
    }

    /// <summary>Respond with this status and nothing else.</summary>
    public sealed record Rejected(int Status) : EndpointResult;

    /// <summary>Respond with 200 and this.</summary>
    public sealed record Answered(InteractionResponse Response) : EndpointResult;

    /// <summary>A person's doing: respond within <see cref="Interaction.FirstResponse"/>, in the HTTP response or by the callback (then with 202).</summary>
    public sealed record Received(Interaction Interaction) : EndpointResult;
}
