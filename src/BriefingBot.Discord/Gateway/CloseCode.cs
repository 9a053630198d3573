using System.Globalization;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// What each close code asks for: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.
/// Resuming is the choice in doubt: if the session is gone, Discord says so by opcode 9 and nothing was lost by asking.
/// </summary>
internal static class CloseCode
{
    /// <summary>Ours on leaving: any but 1000 and 1001, which would end the session: https://discord.com/developers/docs/events/gateway#initiating-a-disconnect.</summary>
    public const int Leaving = 4200;

    private const string Portal = "https://discord.com/developers/applications";

    public static ConnectionEnd Explain(int? code, DiscordOptions options) => code switch
    {
        4000 => Again(4000, "unknown error"),
        4001 => Again(4001, "an opcode that Discord does not know was sent"),
        4002 => Again(4002, "a payload that Discord could not decode was sent"),
        4003 => Again(4003, "not authenticated"),
        4004 => Stop(4004, $"Discord does not accept the bot's token; set {DiscordOptions.Section}:{nameof(DiscordOptions.Token)} to the one on the Bot page of the application at {Portal}."),
        4005 => Again(4005, "authenticated twice"),
        4007 => Anew(4007, "the sequence number was not valid"),
        4008 => Again(4008, "too many payloads were sent"),
        4009 => Anew(4009, "the session timed out"),
        4010 => Stop(4010, $"Discord does not accept the shard; set {DiscordOptions.Section}:{nameof(DiscordOptions.Shards)} to 0 to take the number it recommends."),
        4011 => Stop(4011, $"The bot is in too many servers for {options.Shards} gateway connection(s); set {DiscordOptions.Section}:{nameof(DiscordOptions.Shards)} to 0 to take the number Discord recommends."),
        4012 => Stop(4012, $"Discord no longer speaks version {GatewayUrl.Version} of its gateway; update this program."),
        4013 => Stop(4013, "Discord does not know the intents that were asked for; update this program."),
        4014 => Stop(4014, DisallowedIntents(options)),
        null => Again(null, "the connection was lost"),
        _ => Again(code, string.Create(CultureInfo.InvariantCulture, $"closed with code {code}")),
    };

    private static string DisallowedIntents(DiscordOptions options) => options.MessageContent
        ? $"Discord does not allow the bot the Message Content intent; switch it on under Privileged Gateway Intents on the Bot page of the application at {Portal}, or set {DiscordOptions.Section}:{nameof(DiscordOptions.MessageContent)} to false."
        : $"Discord does not allow the bot the intents that it needs; look at the Bot page of the application at {Portal}.";

    private static ConnectionEnd Again(int? code, string reason) => new(Recovery.Resume, reason, code);

    private static ConnectionEnd Anew(int code, string reason) => new(Recovery.Identify, reason, code);

    private static ConnectionEnd Stop(int code, string reason) => new(Recovery.Stop, reason, code);
}
