using System.Net;

namespace BriefingBot.Slack.WebApi;

/// <summary>Says in words what went wrong with a call. Names the method only, as addresses can be secrets.</summary>
internal static class ApiFailure
{
    private static readonly string[] Transient =
    [
        ErrorCode.FatalError, ErrorCode.InternalError, ErrorCode.MessageLimitExceeded, ErrorCode.OrganisationLoginRequired, ErrorCode.RateLimited,
        ErrorCode.RateLimitedPosts, ErrorCode.RequestTimeout, ErrorCode.ServiceUnavailable, ErrorCode.TeamAddedToOrganisation,
    ];

    /// <summary>"It's possible some aspect of the operation succeeded before the error was raised."</summary>
    private static readonly string[] PerhapsDone = [ErrorCode.FatalError, ErrorCode.InternalError, ErrorCode.ServiceUnavailable];

    /// <summary>A response that says no.</summary>
    public static SlackException Of(ApiMethod method, HttpStatusCode status, ApiStatus said, TimeSpan? retryAfter)
    {
        var serverFailed = status >= HttpStatusCode.InternalServerError;
        return new SlackException(Text(method, status, said))
        {
            Status = status,
            Code = said.Error,
            RetryAfter = retryAfter,
            IsTransient = serverFailed || status == HttpStatusCode.TooManyRequests || Transient.Contains(said.Error),
            OutcomeIsUnknown = !method.IsRepeatable && (serverFailed || PerhapsDone.Contains(said.Error)),
        };
    }

    /// <summary>No response came.</summary>
    /// <param name="method">Which method.</param>
    /// <param name="cause">Why.</param>
    /// <param name="wasNotSent">The request did not get to Slack.</param>
    public static SlackException Of(ApiMethod method, Exception cause, bool wasNotSent) =>
        new(cause is OperationCanceledException ? $"Slack did not respond to {method} in time." : $"Slack cannot be reached for {method}: {cause.Message}", cause)
        {
            IsTransient = true,
            OutcomeIsUnknown = !method.IsRepeatable && !wasNotSent,
        };

    /// <summary>A response that is not Slack's, such as a page of a proxy in between.</summary>
    public static SlackException Unreadable(ApiMethod method, HttpStatusCode status, Exception? cause = null) =>
        new($"The response to {method} ({(int)status}) is not one of Slack's. Check {SlackOptions.Section}:{nameof(SlackOptions.BaseUrl)} and the proxies in between.", cause)
        {
            Status = status,
            IsTransient = status is HttpStatusCode.OK or >= HttpStatusCode.InternalServerError,
            OutcomeIsUnknown = !method.IsRepeatable && status is HttpStatusCode.OK or >= HttpStatusCode.InternalServerError,
        };

    private static string Text(ApiMethod method, HttpStatusCode status, ApiStatus said)
    {
        var code = said.Error ?? $"{(int)status}";
        var details = string.Concat((said.ResponseMetadata?.Messages ?? []).Select(m => $"; {m}"));
        return $"Slack refused {method}: {code}{details}.{ErrorAdvice.For(method, said)}";
    }
}
