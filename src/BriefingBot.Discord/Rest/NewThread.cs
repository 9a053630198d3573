namespace BriefingBot.Discord.Rest;

internal sealed record NewThread(string Name, int? AutoArchiveDuration);

internal sealed record NewDirectMessage(Snowflake RecipientId);
