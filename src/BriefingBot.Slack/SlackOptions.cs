namespace BriefingBot.Slack;

/// <summary>The bot's Slack app; section <c>Slack</c> of the configuration.</summary>
public sealed record SlackOptions
{
    public const string Section = "Slack";
    public const string DefaultBaseUrl = "https://slack.com/api";
    public const string DefaultFilesUrl = "https://files.slack.com";

    /// <summary>https://docs.slack.dev/apis/events-api/using-socket-mode: an app may hold ten sockets.</summary>
    public const int MaxConnections = 10;

    private const string Apps = "https://api.slack.com/apps";

    /// <summary>The bot's token, <c>xoxb-…</c>; empty leaves Slack off.</summary>
    public string BotToken { get; init; } = "";

    /// <summary>The token of the app itself, <c>xapp-…</c> with the scope connections:write; turns Socket Mode on.</summary>
    public string AppToken { get; init; } = "";

    /// <summary>What Slack signs its HTTP requests with; turns the endpoint for them on.</summary>
    public string SigningSecret { get; init; } = "";

    /// <summary>Where the Web API is: for proxies and tests.</summary>
    public string BaseUrl { get; init; } = DefaultBaseUrl;

    /// <summary>Where Slack keeps attached files, by scheme, host and port; they are fetched from there only, as the bot's token goes along.</summary>
    public string FilesUrl { get; init; } = DefaultFilesUrl;

    /// <summary>Sockets held at a time, 1 to 10. With two, one can break or be renewed while the other listens.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Ids of people who may change the bot's settings besides the workspace's owners and admins.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>
    /// Whether guests of the workspace get answers. Off, as a guest was let into a few channels, which does not mean that
    /// they may read the articles.
    /// </summary>
    public bool AnswerGuests { get; init; }

    /// <summary>
    /// Whether people of other organisations, in channels shared by Slack Connect, get answers. Off, as the articles belong
    /// to this organisation and its admins have no say over who the others let in.
    /// </summary>
    public bool AnswerConnect { get; init; }

    /// <summary>Whether Slack shows previews below the links of an answer, which can be many and long.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>What is wrong with the values, naming the key but never quoting a secret.</summary>
    public IEnumerable<string> Problems()
    {
        if (BotToken.Length > 0 && !(LooksLikeToken(BotToken, "xoxb-") || LooksLikeToken(BotToken, "xoxe.xoxb-")))
        {
            yield return $"{Section}:{nameof(BotToken)} is not a bot token, which begins with xoxb-; copy it from the app's page OAuth & Permissions at {Apps}.";
        }

        if (AppToken.Length > 0 && !LooksLikeToken(AppToken, "xapp-"))
        {
            yield return $"{Section}:{nameof(AppToken)} is not an app-level token, which begins with xapp-; make one with the scope connections:write on the app's page Basic Information at {Apps}.";
        }

        if (SigningSecret.Length > 0 && !SigningSecret.All(char.IsAsciiLetterOrDigit))
        {
            yield return $"{Section}:{nameof(SigningSecret)} is not the app's secret; copy it from the app's page Basic Information at {Apps}.";
        }

        if (BotToken.Length > 0 && AppToken.Length == 0 && SigningSecret.Length == 0)
        {
            yield return $"{Section}:{nameof(AppToken)} is not set and neither is {nameof(SigningSecret)}: set the one to hear from Slack over a socket, or the other to be called by it.";
        }

        if (BotToken.Length == 0 && (AppToken.Length > 0 || SigningSecret.Length > 0))
        {
            yield return $"{Section}:{nameof(BotToken)} is not set, so the bot could hear but not answer; copy it from the app's page OAuth & Permissions at {Apps}.";
        }

        foreach (var (index, _) in Administrators.Index().Where(a => !LooksLikeUserId(a.Item)))
        {
            yield return $"{Section}:{nameof(Administrators)}:{index} is not a member's id, which begins with U or W; copy it from their profile in Slack.";
        }

        if (Connections is < 1 or > MaxConnections) yield return $"{Section}:{nameof(Connections)} is {Connections}; it must be 1 to {MaxConnections}.";

        if (!(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return $"{Section}:{nameof(BaseUrl)} is not an http or https address; the default is {DefaultBaseUrl}.";
        }

        if (!(Uri.TryCreate(FilesUrl, UriKind.Absolute, out var files) && files.Scheme is "http" or "https"))
        {
            yield return $"{Section}:{nameof(FilesUrl)} is not an http or https address; the default is {DefaultFilesUrl}.";
        }
    }

    /// <summary>Leaves the secrets out, so that logging the options cannot give them away.</summary>
    public override string ToString() =>
        $"{nameof(SlackOptions)} {{ BotToken = {Set(BotToken)}, AppToken = {Set(AppToken)}, SigningSecret = {Set(SigningSecret)}, Connections = {Connections}, AnswerGuests = {AnswerGuests}, AnswerConnect = {AnswerConnect}, UnfurlLinks = {UnfurlLinks}, BaseUrl = {BaseUrl} }}";

    private static string Set(string secret) => secret.Length > 0 ? "set" : "not set";

    /// <summary>The prefix tells tokens apart (https://docs.slack.dev/authentication/tokens); of the rest, only what would break a header.</summary>
    private static bool LooksLikeToken(string token, string prefix) =>
        token.StartsWith(prefix, StringComparison.Ordinal) && token.All(c => char.IsAscii(c) && !char.IsControl(c) && !char.IsWhiteSpace(c));

    private static bool LooksLikeUserId(string id) => id is ['U' or 'W', _, ..] && id.All(char.IsAsciiLetterOrDigit);
}
