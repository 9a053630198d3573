namespace BriefingBot.Discord.Gateway;

/// <summary>All it takes to go on where a connection, or the process, broke off.</summary>
/// <param name="Id">Discord's <c>session_id</c>.</param>
/// <param name="ResumeUrl">Discord's <c>resume_gateway_url</c>.</param>
/// <param name="Sequence">The last event that the handler completed; Discord sends those after it again.</param>
/// <param name="Intents">What the session was opened with; one opened with others is not gone on with.</param>
public sealed record GatewaySession(string Id, string ResumeUrl, long Sequence, int Intents);
