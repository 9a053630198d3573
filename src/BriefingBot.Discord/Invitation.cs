namespace BriefingBot.Discord;

/// <summary>The link by which somebody who may manage a server adds the bot to it: https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow.</summary>
public static class Invitation
{
    /// <summary>What the bot needs in a channel: https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags.</summary>
    public const long Permissions = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | SendMessagesInThreads;

    private const long ViewChannel = 1L << 10;
    private const long SendMessages = 1L << 11;
    private const long EmbedLinks = 1L << 14;

    /// <summary>Replying to a message needs it.</summary>
    private const long ReadMessageHistory = 1L << 16;
    private const long SendMessagesInThreads = 1L << 38;

    public static Uri For(Snowflake application) =>
        new($"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={Permissions}");
}
