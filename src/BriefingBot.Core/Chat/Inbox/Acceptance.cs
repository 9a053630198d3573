namespace BriefingBot.Chat.Inbox;

/// <summary>What became of a message that was handed in.</summary>
public enum Acceptance
{
    /// <summary>It is stored and will be answered, whatever happens to this process.</summary>
    Accepted,

    /// <summary>It was handed in before; whoever did that answers it. Say nothing.</summary>
    Duplicate,

    /// <summary>This person has too much waiting or has asked too often; tell them.</summary>
    TooManyFromUser,

    /// <summary>Too much is waiting altogether; tell them.</summary>
    Full,
}

public static class AcceptanceText
{
    /// <summary>What the person is told; null when there is nothing to tell.</summary>
    public static string? Of(Acceptance acceptance) => acceptance switch
    {
        Acceptance.TooManyFromUser => "You have asked a lot in a short time. Please wait for your answers, then ask again.",
        Acceptance.Full => "I have more questions waiting than I can take. Please ask again in a few minutes.",
        _ => null,
    };
}
