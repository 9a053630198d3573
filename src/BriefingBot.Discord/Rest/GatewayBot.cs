namespace BriefingBot.Discord.Rest;

/// <summary>Where and how to connect: https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
public sealed record GatewayBot(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <param name="Total">New sessions a day.</param>
/// <param name="Remaining">Of those left.</param>
/// <param name="ResetAfter">Until all are back, in milliseconds.</param>
/// <param name="MaxConcurrency">How many may be opened in five seconds.</param>
public sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
