namespace BriefingBot.Discord.Gateway;

/// <summary>Groups of events to ask for: https://discord.com/developers/docs/events/gateway#gateway-intents.</summary>
[Flags]
internal enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,

    /// <summary>Privileged: to be switched on in the developer portal first.</summary>
    MessageContent = 1 << 15,
}
