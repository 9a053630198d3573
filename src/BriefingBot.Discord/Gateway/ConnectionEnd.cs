namespace BriefingBot.Discord.Gateway;

/// <summary>How a connection ended and what follows.</summary>
/// <param name="Recovery">What to do next.</param>
/// <param name="Reason">For the log; when <see cref="Recovery.Stop"/>, what a person has to change.</param>
/// <param name="Code">The close code, if there was one.</param>
/// <param name="Cause">The failure, if there was one.</param>
internal sealed record ConnectionEnd(Recovery Recovery, string Reason, int? Code = null, Exception? Cause = null);

internal enum Recovery
{
    /// <summary>Connect and go on with the session.</summary>
    Resume,

    /// <summary>Connect and begin a new session.</summary>
    Identify,

    /// <summary>Connecting again would end the same way.</summary>
    Stop,
}
