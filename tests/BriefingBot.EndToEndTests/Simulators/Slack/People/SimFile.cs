using System.Text.Json.Nodes;

namespace BriefingBot.EndToEndTests.Simulators.Slack.People;

/// <summary>https://docs.slack.dev/reference/objects/file-object</summary>
internal sealed record SimFile(string Id, string Name, byte[] Content, SimChannel Channel)
{
    public string Path => $"/files-pri/T-{Id}/download/{Uri.EscapeDataString(Name)}";

    public JsonObject ToJson(string origin) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["title"] = Name,
        ["mimetype"] = "text/plain",
        ["filetype"] = "text",
        ["pretty_type"] = "Plain Text",
        ["created"] = 1700000000,
        ["editable"] = false,
        ["is_public"] = true,
        ["public_url_shared"] = false,
        ["display_as_bot"] = false,
        ["username"] = "",
        ["channels"] = new JsonArray(Channel.Id),
        ["groups"] = new JsonArray(),
        ["users"] = new JsonArray(),
        ["permalink"] = $"{origin}/files/{Id}",
        ["mode"] = "hosted",
        ["is_external"] = false,
        ["external_type"] = "",
        ["size"] = Content.Length,
        ["url_private"] = origin + Path.Replace("/download/", "/", StringComparison.Ordinal),
        ["url_private_download"] = origin + Path,
        ["file_access"] = "visible",
    };
}
