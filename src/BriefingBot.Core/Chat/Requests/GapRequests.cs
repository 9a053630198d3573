namespace BriefingBot.Chat.Requests;

/// <summary>Asks for the last seven days' gaps.</summary>
public sealed record GapsRequest : ChatRequest
{
    public override bool IsPrivate => true;

    public override bool IsAdministration => true;
}

/// <summary>A week's gap report; nobody has asked.</summary>
public sealed record DueGapReport(DateTimeOffset Since, DateTimeOffset Until) : ChatRequest
{
    public override bool IsAwaited => false;
}
