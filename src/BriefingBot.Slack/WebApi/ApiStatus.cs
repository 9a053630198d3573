namespace BriefingBot.Slack.WebApi;

/// <summary>What every response of the Web API says: https://docs.slack.dev/apis/web-api#responses.</summary>
internal sealed record ApiStatus
{
    public bool? Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>With missing_scope: the scopes it takes.</summary>
    public string? Needed { get; init; }

    /// <summary>With missing_scope: the scopes that the token has.</summary>
    public string? Provided { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}

internal sealed record ResponseMetadata
{
    /// <summary>What is wrong with which argument.</summary>
    public IReadOnlyList<string>? Messages { get; init; }

    public string? NextCursor { get; init; }
}
