using BriefingBot.Chat.Connecting;
using BriefingBot.Chat.Inbox;
using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;
using BriefingBot.Discord.Delivery;

namespace BriefingBot.Discord.Receiving;

/// <summary>Files that are attached on Discord. Their addresses are signed, so no token goes along.</summary>
internal sealed class IngestPlatform(Administrators administrators, FileDownload files, DiscordOptions options) : IIngestPlatform
{
    public string Name => DiscordPlatform.PlatformName;

    public async ValueTask<bool> IsAdministratorAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var ticket = ReplyTicket.Of(message);
        if (ticket.Interaction is not null || message.Place.Workspace.Length == 0) return message.IsAdministrator;
        return await administrators.IncludesAsync(Snowflake.Parse(message.Place.Workspace), Snowflake.Parse(message.User), ticket.Roles ?? [], cancellation);
    }

    public Task<Download> ReadAsync(IngestItem attachment, int mostBytes, CancellationToken cancellation) =>
        files.ReadAsync(attachment.Address, options.FilesUrl, null, mostBytes, cancellation);
}
