namespace BriefingBot.Discord.Rest;

/// <summary>The JSON error codes that we act on: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.</summary>
public static class ErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;

    /// <summary>The interaction was not responded to in time, or its token is past its life.</summary>
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotMessageThisUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int ThreadAlreadyCreated = 160004;
}
