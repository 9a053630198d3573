using BriefingBot.Slack.SocketMode;

namespace BriefingBot.Slack.Requests;

/// <summary>What a request to the app's address came to.</summary>
public abstract record EndpointResult
{
    private EndpointResult()
    {
    }

    /// <summary>Respond with this status and nothing else.</summary>
    public sealed record Rejected(int Status) : EndpointResult;

    /// <summary>Respond with 200 and this.</summary>
    public sealed record Answered(string ContentType, string Body) : EndpointResult;

    /// <summary>Something to handle: respond with 200 and nothing else within three seconds, once it is stored.</summary>
    public sealed record Received(Envelope Envelope) : EndpointResult;
}
