namespace BriefingBot.EndToEndTests.Simulators.Discord.Gateway;

/// <summary>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</summary>
internal static class CloseCode
{
    public const int
        UnknownError = 4000, UnknownOpcode = 4001, DecodeError = 4002, NotAuthenticated = 4003, AuthenticationFailed = 4004,
        AlreadyAuthenticated = 4005, InvalidSequence = 4007, RateLimited = 4008, SessionTimedOut = 4009, InvalidShard = 4010,
        ShardingRequired = 4011, InvalidVersion = 4012, InvalidIntents = 4013, DisallowedIntents = 4014;

    /// <summary>The words Discord sends with the code.</summary>
    public static string Reason(int code) => code switch
    {
        UnknownError => "Unknown error.",
        UnknownOpcode => "Unknown opcode.",
        DecodeError => "Error while decoding payload.",
        NotAuthenticated => "Not authenticated.",
        AuthenticationFailed => "Authentication failed.",
        AlreadyAuthenticated => "Already authenticated.",
        InvalidSequence => "Invalid seq.",
        RateLimited => "Rate limited.",
        SessionTimedOut => "Session timed out.",
        InvalidShard => "Invalid shard.",
        ShardingRequired => "Sharding required.",
        InvalidVersion => "Invalid API version.",
        InvalidIntents => "Invalid intent(s).",
        DisallowedIntents => "Disallowed intent(s).",
        _ => "",
    };
}
