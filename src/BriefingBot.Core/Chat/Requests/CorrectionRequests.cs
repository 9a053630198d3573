namespace BriefingBot.Chat.Requests;

/// <summary>Articles that an answer or digest cites have changed; nobody has asked.</summary>
/// <param name="Answer">The id of its record.</param>
public sealed record DueCorrection(string Answer, IReadOnlyList<SettledArticle> Articles) : ChatRequest
{
    public override bool IsAwaited => false;

    /// <summary>Each has to know what the ones before have told.</summary>
    public override string Queue => "corrections";
}

/// <param name="Changed">When it was last seen to have changed.</param>
public sealed record SettledArticle(string Id, DateTimeOffset Changed);
