using System.Net;

namespace BriefingBot.Slack;

/// <summary>Slack said no, or could not be reached. The message is for people, names what to change and never holds a token.</summary>
public sealed class SlackException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The HTTP status; null when there was no response.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Slack's own code, such as <c>channel_not_found</c>, that comes with <c>ok: false</c>; null when there was none.</summary>
    public string? Code { get; init; }

    /// <summary>How long to wait before the same request has a chance; null when waiting does not help or is not known to.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same request may go well later without anyone changing anything.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// The request may have been carried out although its response did not come. What must not happen twice, such as a
    /// message, is to be looked for before it is sent again.
    /// </summary>
    public bool OutcomeIsUnknown { get; init; }
}
