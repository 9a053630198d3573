using System.Net;

namespace BriefingBot.Discord;

/// <summary>Discord said no, or could not be reached. The message is for people, names what to change and never holds a token.</summary>
public sealed class DiscordException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The HTTP status; null when there was no response or the gateway said it.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Discord's own code: a JSON error code (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json) or a gateway's close code.</summary>
    public int? Code { get; init; }

    /// <summary>How long to wait before the same request has a chance; null when waiting does not help or is not known to.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same request may go well later without anyone changing anything.</summary>
    public bool IsTransient { get; init; }
}
