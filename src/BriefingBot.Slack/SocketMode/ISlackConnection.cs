namespace BriefingBot.Slack.SocketMode;

/// <summary>
/// The seam below commands and rendering: something that stays connected to Slack and delivers its envelopes. Our
/// Socket Mode client is one; one made of a library's client can take its place.
/// </summary>
public interface ISlackConnection
{
    /// <summary>Stays connected until cancelled.</summary>
    /// <param name="handle">
    /// Stores what is worth answering. The envelope is acknowledged once this completes; if the process dies or this throws
    /// before that, Slack delivers it again, so it must cope with one that it has seen.
    /// It may be called for several at once, and is to be done within the three seconds that Slack waits.
    /// </param>
    /// <param name="cancellation">Disconnects after what has begun to be handled is acknowledged.</param>
    /// <exception cref="SlackException">There is no way to connect before someone changes something, which the message says.</exception>
    Task RunAsync(EnvelopeHandler handle, CancellationToken cancellation);
}

public delegate ValueTask EnvelopeHandler(Envelope envelope, CancellationToken cancellation);
