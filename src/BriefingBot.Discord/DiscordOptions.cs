using BriefingBot.Discord.Gateway;

namespace BriefingBot.Discord;

/// <summary>The bot's Discord application; section <c>Discord</c> of the configuration.</summary>
public sealed record DiscordOptions
{
    public const string Section = "Discord";
    public const string DefaultBaseUrl = "https://discord.com/api";
    public const string DefaultFilesUrl = "https://cdn.discordapp.com";

    /// <summary>The bot's token; empty leaves Discord off.</summary>
    public string Token { get; init; } = "";

    /// <summary>The application's id; empty asks Discord with the token.</summary>
    public string ApplicationId { get; init; } = "";

    /// <summary>The key that interactions over HTTP are signed with, 64 hexadecimal digits; empty leaves that endpoint off.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>Servers to register the commands in, which shows them at once; none registers them everywhere.</summary>
    public IReadOnlyList<string> Guilds { get; init; } = [];

    /// <summary>Stays connected to the gateway, which mentions, direct messages and replies need; commands and buttons can do without.</summary>
    public bool Gateway { get; init; } = true;

    /// <summary>How many gateway connections share the servers; 0 takes the number that Discord recommends.</summary>
    public int Shards { get; init; }

    /// <summary>Asks for the privileged Message Content intent, which follow-ups, and articles dropped into a channel, need without a mention.</summary>
    public bool MessageContent { get; init; }

    /// <summary>Receives the gateway's events compressed.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>Where the API is, without the version: for proxies and tests.</summary>
    public string BaseUrl { get; init; } = DefaultBaseUrl;

    /// <summary>Where Discord keeps attached files, by scheme, host and port; attachments are fetched from there only.</summary>
    public string FilesUrl { get; init; } = DefaultFilesUrl;

    internal GatewayIntents Intents =>
        GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages |
        (MessageContent ? GatewayIntents.MessageContent : GatewayIntents.None);

    /// <summary>What is wrong with the values, naming the key but never quoting a secret.</summary>
    public IEnumerable<string> Problems()
    {
        if (Token.Length > 0 && !LooksLikeToken(Token))
        {
            yield return $"{Section}:{nameof(Token)} is not a bot token; copy it from the Bot page of the application at https://discord.com/developers/applications, without the word \"Bot\".";
        }

        if (ApplicationId.Length > 0 && !Snowflake.TryParse(ApplicationId, out _))
        {
            yield return $"{Section}:{nameof(ApplicationId)} is not an id; copy it from the application's General Information page.";
        }

        if (PublicKey.Length > 0 && !(PublicKey.Length == 64 && PublicKey.All(char.IsAsciiHexDigit)))
        {
            yield return $"{Section}:{nameof(PublicKey)} is not 64 hexadecimal digits; copy it from the application's General Information page.";
        }

        foreach (var (index, guild) in Guilds.Index().Where(g => !Snowflake.TryParse(g.Item, out _)))
        {
            yield return $"{Section}:{nameof(Guilds)}:{index} '{guild}' is not a server's id; switch on Developer Mode in Discord, right-click the server and copy its id.";
        }

        if (Shards is < 0 or > 1000) yield return $"{Section}:{nameof(Shards)} is {Shards}; it must be 0 (as Discord recommends) to 1000.";

        if (!(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return $"{Section}:{nameof(BaseUrl)} '{BaseUrl}' is not an http or https address; the default is {DefaultBaseUrl}.";
        }

        if (!(Uri.TryCreate(FilesUrl, UriKind.Absolute, out var files) && files.Scheme is "http" or "https"))
        {
            yield return $"{Section}:{nameof(FilesUrl)} '{FilesUrl}' is not an http or https address; the default is {DefaultFilesUrl}.";
        }
    }

    /// <summary>Leaves the token out, so that logging the options cannot give it away.</summary>
    public override string ToString() =>
        $"{nameof(DiscordOptions)} {{ Token = {(Token.Length > 0 ? "set" : "not set")}, ApplicationId = {ApplicationId}, Shards = {Shards}, MessageContent = {MessageContent}, BaseUrl = {BaseUrl} }}";

    /// <summary>Only what would break a header; Discord documents no format.</summary>
    private static bool LooksLikeToken(string token) => token.All(c => char.IsAscii(c) && !char.IsControl(c) && !char.IsWhiteSpace(c));
}
