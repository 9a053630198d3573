namespace BriefingBot.Slack.Requests;

/// <summary>Events, commands and clicks over HTTP, without the HTTP: whoever hosts it hands in headers and raw body.</summary>
/// <param name="signingSecret">The app's.</param>
/// <param name="time">The clock: old requests are refused.</param>
public sealed class SlackEndpoint(string signingSecret, TimeProvider time)
{
    /// <param name="header">The value of a header by its name, without regard to case; null when it is missing.</param>
    /// <param name="body">The request's body as it came.</param>
    public EndpointResult Handle(Func<string, string?> header, ReadOnlySpan<byte> body) => throw new NotImplementedException($"{signingSecret.Length} {time}");
}
