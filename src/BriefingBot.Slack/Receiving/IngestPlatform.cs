using System.Net.Http.Headers;
using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;
using BriefingBot.Slack.Delivery;
using BriefingBot.Slack.Installation;

namespace BriefingBot.Slack.Receiving;

/// <summary>Files that are attached on Slack, which wants to see the bot's token before it hands them out.</summary>
internal sealed class IngestPlatform(People people, FileDownload files, SlackOptions options) : IIngestPlatform
{
    private const string NotAllowed = $"was not handed out by Slack. The app needs the scope {Scopes.Files}, and has to be a member of this channel";

    public string Name => SlackPlatform.PlatformName;

    public ValueTask<bool> IsAdministratorAsync(IncomingMessage message, CancellationToken cancellation) => people.IsAdministratorAsync(message.User, cancellation);

    public async Task<Download> ReadAsync(IngestItem attachment, int mostBytes, CancellationToken cancellation)
    {
        var file = await files.ReadAsync(attachment.Address, options.FilesUrl, new AuthenticationHeaderValue("Bearer", options.BotToken), mostBytes, cancellation);
        return file.IsRefused || IsSignIn(file, attachment.Name) ? Download.Failed(NotAllowed, isRefused: true) : file;
    }

    /// <summary>Who may not have a file is shown a page to sign in, with status 200 as well.</summary>
    private static bool IsSignIn(Download file, string name) =>
        file.MediaType == "text/html" && !name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}
