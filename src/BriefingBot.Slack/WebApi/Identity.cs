namespace BriefingBot.Slack.WebApi;

/// <summary>Whom a token speaks for: https://docs.slack.dev/reference/methods/auth.test.</summary>
/// <param name="UserId">The bot as a person: whom people mention.</param>
/// <param name="TeamId">The workspace.</param>
public sealed record Identity(string UserId, string TeamId)
{
    public string? BotId { get; init; }

    public string? User { get; init; }

    public string? Team { get; init; }

    /// <summary>The workspace's address.</summary>
    public string? Url { get; init; }

    public string? EnterpriseId { get; init; }

    public bool IsEnterpriseInstall { get; init; }

    /// <summary>What the token may do, from the response's X-OAuth-Scopes header; null when Slack did not say.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Of the scopes that are needed, those that the token does not have.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> required) => Scopes is null ? [] : [.. required.Except(Scopes)];
}
