using BriefingBot.Chat.Requests;
using BriefingBot.Chat.Uploads;
using BriefingBot.Discord.Resources;

namespace BriefingBot.Discord.Receiving;

/// <summary>What of a message can be indexed, as far as Discord shows it: without the Message Content intent, only where the bot is mentioned.</summary>
internal static class Dropped
{
    public static IngestRequest? In(Message message) =>
        IngestRequest.Of([.. message.Attachments.Select(Of), .. WebLinks.In(message.Content).Select(IngestItem.Link)]);

    public static IngestItem Of(Attachment file) => new(file.Filename, file.Url, file.Size, IsAttachment: true);
}
