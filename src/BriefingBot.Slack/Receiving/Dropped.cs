using System.Text.Json;
using BriefingBot.Chat.Requests;

namespace BriefingBot.Slack.Receiving;

/// <summary>What of a message can be indexed: its files (https://docs.slack.dev/reference/objects/file-object) and its links.</summary>
internal static class Dropped
{
    public static IngestRequest? In(JsonElement message) =>
        IngestRequest.Of([.. message.Items("files").Select(Of), .. IncomingText.Links(message.Text("text")).Select(IngestItem.Link)]);

    /// <summary>Files of other services, and those that are deleted or hidden, are no longer or were never at Slack; neither are those of other organisations before they are looked up.</summary>
    private static IngestItem Of(JsonElement file)
    {
        var isKept = file.Text("mode") is "hosted" or "snippet" or "post" or "" && !file.IsTrue("is_external");
        var address = file.Text("url_private_download") is { Length: > 0 } download ? download : file.Text("url_private");
        var name = file.Text("name") is { Length: > 0 } named ? named : file.Text("title") is { Length: > 0 } title ? title : "a file";
        return new IngestItem(name, isKept ? address : "", file.At("size") is { ValueKind: JsonValueKind.Number } size && size.TryGetInt64(out var bytes) ? bytes : 0, IsAttachment: true);
    }
}
