namespace BriefingBot.EndToEndTests.Simulators.Discord;

/// <summary>https://docs.discord.com/developers/events/gateway#gateway-intents</summary>
[Flags]
internal enum Intents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,
    MessageContent = 1 << 15,

    /// <summary>Must be switched on in the developer portal.</summary>
    AllPrivileged = GuildMembers | GuildPresences | MessageContent,

    /// <summary>Every bit that version 10 defines.</summary>
    Defined = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25,
}
